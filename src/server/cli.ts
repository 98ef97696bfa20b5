#!/usr/bin/env node
/** The `tocsin-server` command: the notification server alone. Composes only. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { systemClock } from '../clock/system-clock.ts'
import { runTokenCommand } from './access/run-token-command.ts'
import type { TokenCommand } from './access/token-command.ts'
import { assertNever } from './assert-never.ts'
import { readServerCommand, type ServerCommand } from './configuration/server-command.ts'
import { serve } from './serve.ts'

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
      return serve(command.configuration, { storeWorkerFile })
    default:
      return assertNever(command)
  }
}

function runToken(command: TokenCommand): number {
  const result = runTokenCommand(command, { nowMs: systemClock.now(), randomBytes })
  process.stdout.write(result.output)
  process.stderr.write(result.note)
  return result.exitCode
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
