#!/usr/bin/env node
/** The `tocsin-server` command: the notification server alone. Composes only. */
import { readFileSync } from 'node:fs'
import { systemClock } from '../clock/system-clock.ts'
import { assertNever } from './assert-never.ts'
import { startNotificationServer } from './notification-server.ts'
import { helpText, parseServerArguments, type ServerCommand } from './parse-arguments.ts'

/** @returns the exit code, or null while the server runs */
async function run(command: ServerCommand): Promise<number | null> {
  switch (command.kind) {
    case 'help':
      return print(helpText)
    case 'version':
      return print(`${readVersion()}\n`)
    case 'refused':
      process.stderr.write(`${command.line}\n`)
      return 2
    case 'serve':
      return serve(command)
    default:
      return assertNever(command)
  }
}

async function serve({ bind, port, demo }: ServerCommand & { kind: 'serve' }): Promise<number | null> {
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  try {
    const server = await startNotificationServer({
      bind,
      port,
      demo,
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
const exitCode = await run(parseServerArguments(process.argv.slice(2)))
if (exitCode !== null) process.exitCode = exitCode
