/** A server in a process of its own, and what it costs. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type ServerProcess = {
  readonly url: string
  /** Of all its threads, in microseconds. */
  cpuMicros(): number
  rssKib(): number
  stop(): Promise<void>
}

const project = join(import.meta.dirname, '..', '..')

/** Prints `Listening on ` and its address when it is ready. @param file from the project's root */
export async function startServerProcess(file: string, ...args: string[]): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, [join(project, file), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (child.stdout === null) throw new Error('it was spawned with a pipe')
  const [line] = await once(createInterface(child.stdout), 'line')
  const read = (name: string): string => readFileSync(`/proc/${child.pid}/${name}`, 'utf8')
  return {
    url: String(line).replace('Listening on ', ''),
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

export type LoadResult = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Runs `load-process.ts` in a process of its own, and gives what it measured. */
export async function runLoad(...args: string[]): Promise<LoadResult> {
  const file = join(import.meta.dirname, 'load-process.ts')
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  return JSON.parse(String(line)) as LoadResult // what our own process printed
}
