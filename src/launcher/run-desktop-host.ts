/** Starts the desktop app and watches that it comes up. */
import { spawn } from 'node:child_process'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import { type DesktopEnd, explainDesktopFailure } from './desktop-failure.ts'

export type DesktopOutcome =
  /** It came up and has ended since. */
  { readonly kind: 'ended'; readonly exitCode: number } | { readonly kind: 'failed'; readonly why: string }

export type DesktopProgram = {
  /** Electron's program. */
  readonly binary: string
  /** Tocsin's own folder first, then its flags. */
  readonly args: readonly string[]
}

const comesUpWithinMs = 20_000
/** The end of what Electron printed is enough to explain a failure. */
const keptStderrLength = 16_384

export function runDesktopHost(
  program: DesktopProgram,
  upWithinMs: number = comesUpWithinMs,
): Promise<DesktopOutcome> {
  return new Promise((resolve) => {
    // With that, Electron would be a mere Node.
    const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env
    const child = spawn(program.binary, [...program.args], {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: environment,
    })
    let stderr = ''
    let isUp = false
    let timedOut = false
    /** Somebody wanted it to end: that is no failure, and no reason to start something else. */
    let wasStopped = false

    const deadline = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, upWithinMs)
    const forward = (signal: NodeJS.Signals): void => {
      wasStopped = true
      child.kill(signal)
    }
    process.on('SIGINT', forward).on('SIGTERM', forward)

    const end = (code: number | null, signal: string | null): void => {
      clearTimeout(deadline)
      process.off('SIGINT', forward).off('SIGTERM', forward)
      const facts: DesktopEnd = { stderr, code, signal, timedOut }
      if (isUp || wasStopped) resolve({ kind: 'ended', exitCode: code ?? 1 })
      else resolve({ kind: 'failed', why: explainDesktopFailure(facts) })
    }

    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk)
      if (isUp || !chunk.toString().includes(desktopReadyLine)) return
      isUp = true
      clearTimeout(deadline)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (isUp) process.stderr.write(chunk)
      else stderr = (stderr + chunk.toString()).slice(-keptStderrLength)
    })
    child.on('error', (error) => {
      stderr += error.message
      end(null, null)
    })
    child.on('close', end)
  })
}
