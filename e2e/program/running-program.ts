/** A program of ours that runs: what it prints, line by line, and its end. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type RunningProgram = {
  /** Everything it has printed, on both streams, in order of arrival. */
  readonly lines: readonly string[]
  /** The first line with this in it, printed already or yet to come. @throws Error when it ends without one */
  lineWith(text: string): Promise<string>
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** Asks it to stop, as Ctrl+C does, and waits for its end. @returns its exit code or signal */
  stop(): Promise<number | NodeJS.Signals>
  /** Ends it without asking, and waits. */
  kill(): Promise<void>
}

/** @param child started with its output piped */
export function watchProgram(child: ChildProcess): RunningProgram {
  const lines: string[] = []
  const listeners = new Set<() => void>()
  const take = (line: string): void => {
    lines.push(line)
    for (const listener of listeners) listener()
  }
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', take)
  }
  // 'close', not 'exit': by then all that it printed has arrived.
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals) // Node's own arguments

  const end = async (signal: NodeJS.Signals): Promise<number | NodeJS.Signals> => {
    child.kill(signal)
    return ended
  }

  return {
    ...{ lines, ended },
    async lineWith(text) {
      const { promise, resolve } = Promise.withResolvers<string>()
      const look = (): void => {
        const found = lines.find((line) => line.includes(text))
        if (found !== undefined) resolve(found)
      }
      listeners.add(look)
      look()
      const died = ended.then((how) => {
        throw new Error(`It ended with ${how} before it printed "${text}":\n${lines.join('\n')}`)
      })
      return Promise.race([promise, died]).finally(() => listeners.delete(look))
    },
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL')
    },
  }
}
