#!/usr/bin/env node
/** The `tocsin-server` command: the notification server alone. Composes only. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../clock/system-clock.ts'
import { assertNever } from './assert-never.ts'
import { readServerCommand, type ServerCommand } from './configuration/server-command.ts'
import type { Configuration } from './configuration/server-options.ts'
import { defaultDataFolder } from './data-folder.ts'
import { storeLimits } from './limits.ts'
import { openLog } from './log/open-log.ts'
import type { Log } from './log/server-events.ts'
import { startNotificationServer } from './notification-server.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import type { Store } from './store/store.ts'

const storeFileName = 'server.sqlite'
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
    case 'serve':
      return serve(command.configuration)
    default:
      return assertNever(command)
  }
}

async function serve(configuration: Configuration): Promise<number | null> {
  const { bind, port, demo, 'data-dir': dataDir } = configuration
  const logging = openLog(configuration, systemClock, process.stderr.isTTY)
  process.once('exit', () => logging[Symbol.dispose]())
  const { log } = logging
  try {
    const store = await openStore(dataDir ?? defaultDataFolder(port), log)
    const server = await startNotificationServer({
      bind,
      port,
      demo,
      store,
      clock: systemClock,
      random: Math.random,
      log,
    })
    // Once: a second signal, from somebody who cannot wait for the grace, ends the process at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void server.close().then(() => process.exit(0)))
    }
    print(`Listening on ${server.url}\n`)
    return null
  } catch (error) {
    process.stderr.write(`tocsin-server: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function openStore(dataDir: string | null, log: Log): Promise<Store> {
  if (dataDir === null) {
    log({ event: 'kept-in-memory' })
    return openSqliteStore({ file: null, limits: storeLimits, clock: systemClock })
  }
  // What systems say about themselves is nobody else's business.
  process.umask(0o077)
  const file = { path: join(dataDir, storeFileName), workerFile: storeWorkerFile }
  return openSqliteStore({ file, limits: storeLimits, clock: systemClock, log })
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
