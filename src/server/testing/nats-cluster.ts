/** Stores of several nodes on one nats-server, for tests. */
import { expect, onTestFinished } from 'vitest'
import type { Clock } from '../../clock/clock.ts'
import { systemClock } from '../../clock/system-clock.ts'
import {
  missingForNats,
  type NatsServer,
  type NatsServerOptions,
  startNatsServer,
} from '../../testing/nats-server.ts'
import { storeLimits } from '../limits.ts'
import type { Log } from '../log/server-events.ts'
import type { NatsSettings } from '../store/nats/nats-settings.ts'
import { openNatsStore } from '../store/nats/open-nats-store.ts'
import type { StoreFile } from '../store/sqlite/open-call-runner.ts'
import type { StoreLimits } from '../store/sqlite/tidy.ts'
import type { Store } from '../store/store.ts'

/** Why they are skipped here: each file that has such tests says so by itself. */
export const missing = missingForNats()
if (missing !== null) process.stderr.write(`skipped: many nodes on NATS: ${missing}\n`)

/** Long enough for a NATS that starts on a busy machine, and a few tries to connect. */
export const patience = { timeout: 20_000, interval: 20 } as const

export const settingsFor = (servers: readonly string[], over: Partial<NatsSettings> = {}): NatsSettings => ({
  servers,
  credentialsFile: null,
  tls: { caFile: null, certFile: null, keyFile: null },
  name: 'tocsin',
  replicas: 1,
  maxBytes: null,
  ...over,
})

export async function startTestNats(options?: NatsServerOptions): Promise<NatsServer> {
  const nats = await startNatsServer(options)
  onTestFinished(() => nats[Symbol.asyncDispose]())
  return nats
}

export type NodeOptions = {
  readonly settings: NatsSettings
  readonly file?: StoreFile
  readonly limits?: Partial<StoreLimits>
  readonly clock?: Clock
  readonly log?: Log
}

/** Closed at the test's end, unless it was before. */
export async function openNode({
  settings,
  file = null,
  limits,
  clock = systemClock,
  log,
}: NodeOptions): Promise<Store> {
  const store = await openNatsStore({
    ...{ settings, file, clock, random: () => 0.5, limits: { ...storeLimits, ...limits } },
    ...(log ? { log } : {}),
  })
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    await dispose()
  }
  const dispose = store[Symbol.asyncDispose].bind(store)
  store[Symbol.asyncDispose] = close
  onTestFinished(close)
  return store
}

/** It knows what all nodes were told: nothing has an empty id, and to say so it has to ask NATS. */
export const isReady = (store: Store): Promise<boolean> =>
  store.receipt({ id: '', clientId: null }).then(
    () => true,
    () => false,
  )

export const whenReady = (...stores: readonly Store[]): Promise<void> => become(true, stores)
export const whenNotReady = (...stores: readonly Store[]): Promise<void> => become(false, stores)

const become = (ready: boolean, stores: readonly Store[]): Promise<void> =>
  expect.poll(() => Promise.all(stores.map(isReady)), patience).toEqual(stores.map(() => ready))
