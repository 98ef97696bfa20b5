/** A server in a process of its own, and what it costs. On one core where that can be chosen, with the load on the other. */
import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../src/testing/free-port.ts'
import type { Load, LoadResult } from './load/load-process.ts'

export type ServerProcess = {
  readonly url: string
  readonly port: number
  /** Of all its threads, in microseconds. */
  cpuMicros(): number
  rssKib(): number
  stop(): Promise<void>
}

const project = join(import.meta.dirname, '..', '..')
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

const cores = { server: 0, load: 1 } as const

function spawnOn(core: number, command: readonly string[], stdio: StdioOptions): ChildProcess {
  const [program = '', ...args] = canPin ? ['taskset', '-c', `${core}`, ...command] : command
  const child = spawn(program, args, { stdio })
  // A benchmark that fails, or is stopped, leaves nothing running.
  const kill = (): void => void child.kill('SIGKILL')
  const stop = (): void => process.exit(1)
  process.once('exit', kill).once('SIGTERM', stop).once('SIGINT', stop)
  child.once('exit', () => process.off('exit', kill).off('SIGTERM', stop).off('SIGINT', stop))
  return child
}

/** Of ours: prints `Listening on ` and its address when it is ready. @param file from the project's root */
export const startServerProcess = (file: string, ...args: string[]): Promise<ServerProcess> =>
  startProgram(process.execPath, join(project, file), ...args)

/** Of any kind that prints the same. */
export async function startProgram(...command: readonly string[]): Promise<ServerProcess> {
  const child = spawnOn(cores.server, command, ['ignore', 'pipe', 'ignore'])
  if (child.stdout === null) throw new Error('it was spawned with a pipe')
  const [line] = await once(createInterface(child.stdout), 'line')
  return watch(child, String(line).replace('Listening on ', ''))
}

/** It prints elsewhere, and does not choose its port. */
export async function startNatsServer(program: string): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawnOn(
    cores.server,
    [program, '-a', '127.0.0.1', '-p', `${port}`],
    ['ignore', 'ignore', 'pipe'],
  )
  if (child.stderr === null) throw new Error('it was spawned with a pipe')
  for await (const line of createInterface(child.stderr)) if (line.includes('Server is ready')) break
  return watch(child, `nats://127.0.0.1:${port}`)
}

function watch(child: ChildProcess, url: string): ServerProcess {
  const read = (name: string): string => readFileSync(`/proc/${child.pid}/${name}`, 'utf8')
  return {
    url,
    port: Number(new URL(url).port),
    cpuMicros() {
      // Fields 14 and 15 (proc_pid_stat(5)), in hundredths of a second; the name before them may hold spaces.
      const fields = read('stat').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10_000
    },
    rssKib: () => Number(/VmRSS:\s+(\d+)/.exec(read('status'))?.[1]),
    async stop() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

/**
 * Runs `load-process.ts` in a process of its own, and gives what it measured.
 * @param onConnected called, and waited for, when all clients are connected, before anything is published
 */
export async function runLoad(load: Load, onConnected: () => unknown = () => {}): Promise<LoadResult> {
  const file = join(import.meta.dirname, 'load', 'load-process.ts')
  const command = [process.execPath, file, JSON.stringify(load)]
  const child = spawnOn(cores.load, command, ['pipe', 'pipe', 'inherit'])
  if (child.stdin === null || child.stdout === null) throw new Error('it was spawned with pipes')
  let isConnected = false
  for await (const line of createInterface(child.stdout)) {
    if (isConnected) return JSON.parse(line) as LoadResult // what our own process printed
    isConnected = true
    await onConnected()
    child.stdin.write('\n')
  }
  throw new Error('the load ended before it was done')
}
