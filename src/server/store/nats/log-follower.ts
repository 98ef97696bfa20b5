/**
 * Follows the shared log on one connection, from where this node's store is until the connection is lost: first it is made
 * sure that both are of one history.
 */
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import type { NatsConnection } from '@nats-io/transport-node'
import type { Log } from '../../log/server-events.ts'
import type { CallQueue } from '../sqlite/call-queue.ts'
import type { Applier } from './applier.ts'
import { type Checkpoints, createCheckpoints } from './checkpoints.ts'
import { ensureStreams } from './ensure-streams.ts'
import { logStream, logSubject, type NatsSettings } from './nats-settings.ts'
import { readLog } from './read-log.ts'
import { settleStart } from './settle-start.ts'

export type FollowDeps = {
  readonly settings: NatsSettings
  readonly retentionMs: number
  readonly queue: Pick<CallQueue, 'call'>
  readonly applier: Applier
  /** This node's store is as new as the log was, and more comes. */
  readonly onCaughtUp: (link: LogLink) => void
  readonly log: Log
}

/** What else a connection that is followed is good for. */
export type LogLink = {
  readonly maxBytes: number
  readonly checkpoints: Checkpoints
  publish(id: string, entry: Uint8Array): Promise<void>
  lastSequence(): Promise<number>
}

const requestTimeoutMs = 5_000

/** Resolves, or rejects with why, when there is no more to follow on this connection. */
export async function followLog(nc: NatsConnection, deps: FollowDeps): Promise<void> {
  const { settings, applier } = deps
  const jsm = await jetstreamManager(nc, { timeout: requestTimeoutMs })
  const js = jetstream(nc, { timeout: requestTimeoutMs })
  await ensureStreams(jsm, settings, deps.retentionMs)
  const checkpoints = createCheckpoints(jsm, js, settings.name)
  const { after, until, isRebuilt } = await settleStart({
    ...deps,
    name: settings.name,
    jsm,
    js,
    checkpoints,
  })

  const link: LogLink = {
    maxBytes: nc.info?.max_payload ?? 0,
    checkpoints,
    publish: async (id, entry) => void (await js.publish(logSubject(settings.name), entry, { msgID: id })),
    lastSequence: async () => (await jsm.streams.info(logStream(settings.name))).state.last_seq,
  }
  // Of what was applied long ago nobody is told one by one: who is connected reads the store.
  applier.resume(after, !isRebuilt)
  let isCaughtUp = false
  const catchUp = (): void => {
    if (isCaughtUp || applier.sequence < until) return
    isCaughtUp = true
    applier.announceFromNow()
    deps.onCaughtUp(link)
  }
  catchUp()
  await readLog(js, logStream(settings.name), after + 1, async (entries) => {
    await applier.apply(entries)
    catchUp()
  })
}
