/** Writes events as lines: JSON by pino, for whoever gathers logs, or text for a person at a terminal. */
import pino from 'pino'
import type { Clock } from '../../clock/clock.ts'
import { cutForLog } from '../quote-for-log.ts'
import {
  describeEvent,
  type EventDefinition,
  type Log,
  type LogLevel,
  logLevels,
  type ServerEvent,
  serverEvents,
} from './server-events.ts'

export type LogFormat = 'json' | 'text'

export type LogOptions = {
  readonly format: LogFormat
  /** Below it nothing is written. */
  readonly level: LogLevel
  readonly clock: Pick<Clock, 'now'>
  /** Takes whole lines, with their ends. */
  readonly destination: { write(text: string): void }
}

export function createLogWriter(options: LogOptions): Log {
  const write = options.format === 'json' ? jsonWriter(options) : textWriter(options)
  const least = logLevels.indexOf(options.level)
  return (event) => {
    const { level }: Pick<EventDefinition, 'level'> = serverEvents[event.event]
    if (logLevels.indexOf(level) >= least) write(level, event)
  }
}

/** `2026-01-01T00:00:00.000Z info "alice" connected` */
function textWriter({ clock, destination }: LogOptions) {
  return (level: LogLevel, event: ServerEvent): void => {
    const line = wordsOf(event).replaceAll(/\p{Cc}+/gu, ' ')
    destination.write(`${new Date(clock.now()).toISOString()} ${level} ${line}\n`)
  }
}

/** `{"level":"info","time":"2026-01-01T00:00:00.000Z","event":"client-connected","clientId":"alice","msg":"…"}` */
function jsonWriter({ clock, destination }: LogOptions) {
  const logger = pino(
    {
      level: 'trace', // chosen above, for both formats
      // Process and machine are known to whoever gathers the lines.
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  return (level: LogLevel, event: ServerEvent): void => logger[level](cutFields(event), wordsOf(event))
}

const wordsOf = (event: ServerEvent): string => cutForLog(describeEvent(event), 500)

/** Client ids and what went wrong may be long; a line is not. */
function cutFields(event: ServerEvent): Readonly<Record<string, unknown>> {
  const fields = Object.entries(event).map(([name, value]) => [
    name,
    typeof value === 'string' ? cutForLog(value, 200) : value,
  ])
  return Object.fromEntries(fields)
}
