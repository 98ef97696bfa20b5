#!/usr/bin/env node
/** The `tocsin-server` command: the notification server alone. Composes only. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../clock/system-clock.ts'
import { type OpenAccess, openAccess } from './access/open-access.ts'
import { runTokenCommand } from './access/run-token-command.ts'
import type { TokenCommand } from './access/token-command.ts'
import { assertNever } from './assert-never.ts'
import { readServerCommand, type ServerCommand } from './configuration/server-command.ts'
import type { Configuration } from './configuration/server-options.ts'
import { defaultDataFolder } from './data-folder.ts'
import { readTrustedProxies } from './limiting/client-address.ts'
import { limitsOf } from './limiting/limit-options.ts'
import { storeLimits } from './limits.ts'
import { openLog } from './log/open-log.ts'
import type { Log } from './log/server-events.ts'
import { messageOf } from './message-of.ts'
import { createPrometheusMetrics } from './metrics/create-prometheus-metrics.ts'
import { loadMock, MockError } from './mock/load-mock.ts'
import { type NotificationServer, startNotificationServer } from './notification-server.ts'
import { onFirstSignal } from './operating/on-first-signal.ts'
import { startOperatingListener } from './operating/start-operating-listener.ts'
import { readListenAddress } from './server-address.ts'
import { readNatsSettings } from './store/nats/nats-settings.ts'
import type { StoreFile } from './store/sqlite/open-call-runner.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Store } from './store/store.ts'

const storeFileName = 'server.sqlite'
/** A copy of what nodes share: never mixed with what a server kept for itself. */
const nodeFileName = 'node.sqlite'
/** Beside this file, as source and as it is built. */
const storeWorkerFile = import.meta.url.endsWith('.ts')
  ? new URL('./store/sqlite/worker.ts', import.meta.url)
  : new URL('./server-store-worker.js', import.meta.url)

/** @returns the exit code, or null while the server runs */
async function run(command: ServerCommand): Promise<number | null> {
  switch (command.kind) {
    case 'print':
      return print(command.text)
    case 'version':
      return print(`${readVersion()}\n`)
    case 'refused':
      process.stderr.write(`${command.line}\n`)
      return 2
    case 'token':
      return runToken(command.command)
    case 'serve':
      return serve(command.configuration)
    default:
      return assertNever(command)
  }
}

async function serve(configuration: Configuration): Promise<number | null> {
  const { bind, port, demo, 'data-dir': dataDir, 'trust-proxy': proxies } = configuration
  const logging = openLog(configuration, systemClock, process.stderr)
  const metrics = createPrometheusMetrics({ withProcess: true })
  const log: Log = (event) => {
    metrics.told(event)
    logging.log(event)
  }
  let opened: OpenAccess | null = null
  try {
    opened = openAccess(configuration, { clock: systemClock, log })
    const { access, tls, hasFiles, reload } = opened
    const mock = await loadMock(configuration, { clock: systemClock, random: Math.random })
    if (mock) log({ event: 'mock-plays', seed: mock.seed })
    const store = await openStore(configuration, dataDir ?? defaultDataFolder(port), log)
    const server = await startNotificationServer({
      bind,
      port,
      demo,
      ...(mock ? { mock } : {}),
      store,
      access,
      ...(tls === null ? {} : { tls }),
      clock: systemClock,
      random: Math.random,
      metrics,
      limits: limitsOf(configuration),
      trustedProxies: proxies && readTrustedProxies(proxies),
      log,
    })
    // It ends a server whose terminal is gone, but not one that a service manager told to reload, with nothing to read again.
    if (hasFiles || !process.stdin.isTTY) process.on('SIGHUP', () => reload(server))
    const listener = await startMetrics(configuration, server, log)
    onFirstSignal(async () => {
      const seconds = configuration['drain-seconds']
      log({ event: 'draining', connections: server.clientCount, seconds })
      await server.drain(seconds * 1000)
      await listener?.[Symbol.asyncDispose]()
      log({ event: 'stopped' })
      await logging[Symbol.asyncDispose]()
      process.exit(0)
    })
    print(`Listening on ${server.url}\n`)
    return null
  } catch (error) {
    opened?.[Symbol.dispose]()
    await logging[Symbol.asyncDispose]()
    process.stderr.write(`tocsin-server: ${messageOf(error)}\n`)
    return error instanceof MockError ? 2 : 1
  }
}

function runToken(command: TokenCommand): number {
  const result = runTokenCommand(command, { nowMs: systemClock.now(), randomBytes })
  process.stdout.write(result.output)
  process.stderr.write(result.note)
  return result.exitCode
}

/** Where they have an address of their own. */
async function startMetrics(
  { 'metrics-bind': address }: Configuration,
  server: NotificationServer,
  log: Log,
) {
  const wanted = address === null ? null : readListenAddress(address)
  if (wanted === null) return null
  try {
    const listener = await startOperatingListener({ ...wanted, answers: server.operating })
    log({ event: 'metrics-listening', port: listener.port })
    return listener
  } catch (error) {
    await server.close()
    throw error
  }
}

async function openStore(configuration: Configuration, dataDir: string | null, log: Log): Promise<Store> {
  const options = { limits: storeLimits, clock: systemClock, log }
  // What systems say about themselves is nobody else's business.
  process.umask(0o077)
  const fileNamed = (name: string): StoreFile =>
    dataDir === null ? null : { path: join(dataDir, name), workerFile: storeWorkerFile }
  if (configuration.nats !== null) {
    // Most never need it.
    const { openNatsStore } = await import('./store/nats/open-nats-store.ts')
    const settings = readNatsSettings(configuration, configuration.nats)
    return openNatsStore({ ...options, settings, file: fileNamed(nodeFileName), random: Math.random })
  }
  if (dataDir === null) log({ event: 'kept-in-memory' })
  return openSqliteStore({ ...options, file: fileNamed(storeFileName) })
}

function print(text: string): 0 {
  process.stdout.write(text)
  return 0
}

/** From the package root: two folders up, both for `src/server/cli.ts` and for `out/main/tocsin-server.js`. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return (manifest as { readonly version: string }).version // Our own package.json: npm demands a version.
}

// Whoever reads the output may stop reading (`| head -1`): no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
const readText = (path: string): string => readFileSync(path, 'utf8')
const exitCode = await run(readServerCommand(process.argv.slice(2), process.env, readText))
if (exitCode !== null) process.exitCode = exitCode
