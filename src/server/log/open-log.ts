/** The command's log: on stderr, as chosen, and bounded. Composes only. */
import type { Clock } from '../../clock/clock.ts'
import type { Configuration } from '../configuration/server-options.ts'
import { createBoundedLog } from './bounded-log.ts'
import type { Log } from './server-events.ts'
import { createLogWriter } from './write-log.ts'

/** Of lines that nobody reads as fast as they come. What is more is dropped: memory is for notifications. */
export const maxUnwrittenBytes = 1024 * 1024

/** How long the end waits for whoever reads. */
export const flushWithinMs = 500

/**
 * @param stderr where a pipe is full, Node keeps what is written to it, and goes on; a terminal and a file take it at once
 * Disposing writes what is waiting, and waits a moment for it; what is logged later is not written.
 */
export function openLog(
  configuration: Pick<Configuration, 'log-format' | 'log-level'>,
  clock: Clock,
  stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly writableLength: number },
): AsyncDisposable & { readonly log: Log } {
  stderr.on('error', () => {}) // Whoever reads may be gone: no reason to stop serving.
  const destination = {
    write(text: string): void {
      if (stderr.writableLength < maxUnwrittenBytes) stderr.write(text)
    },
  }
  const chosen = configuration['log-format']
  const format = chosen === 'auto' ? (stderr.isTTY ? 'text' : 'json') : chosen
  const writer = createLogWriter({ format, level: configuration['log-level'], clock, destination })
  const bounded = createBoundedLog({ clock, log: writer })
  let isClosed = false
  return {
    log(event) {
      if (!isClosed) bounded.log(event)
    },
    async [Symbol.asyncDispose]() {
      if (isClosed) return
      bounded[Symbol.dispose]()
      isClosed = true
      const { promise: flushed, resolve } = Promise.withResolvers<void>()
      using _timer = clock.setTimer(flushWithinMs, resolve)
      // A write of nothing is done when all before it is, or never will be.
      stderr.write('', () => resolve())
      await flushed
    },
  }
}
