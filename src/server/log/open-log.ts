/** The command's log: on stderr, as chosen, and bounded. Composes only. */
import pino from 'pino'
import type { Clock } from '../../clock/clock.ts'
import type { Configuration } from '../configuration/server-options.ts'
import { createBoundedLog } from './bounded-log.ts'
import type { Log } from './server-events.ts'
import { createLogWriter } from './write-log.ts'

/** Of lines that nobody reads as fast as they come. What is more is dropped: a full pipe must not hold up the server. */
const maxUnwrittenBytes = 1024 * 1024

/**
 * @param isTerminal whether a person reads: then `auto` is text
 * Disposing writes what is waiting, and waits for it.
 */
export function openLog(
  configuration: Pick<Configuration, 'log-format' | 'log-level'>,
  clock: Clock,
  isTerminal: boolean,
): Disposable & { readonly log: Log } {
  const destination = pino.destination({ fd: 2, sync: false, maxLength: maxUnwrittenBytes })
  destination.on('error', () => {}) // Whoever reads may be gone: no reason to stop serving.
  const chosen = configuration['log-format']
  const format = chosen === 'auto' ? (isTerminal ? 'text' : 'json') : chosen
  const writer = createLogWriter({ format, level: configuration['log-level'], clock, destination })
  const bounded = createBoundedLog({ clock, log: writer })
  return {
    log: bounded.log,
    [Symbol.dispose]() {
      bounded[Symbol.dispose]()
      destination.flushSync()
    },
  }
}
