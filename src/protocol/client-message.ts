/** What a client says to a server: a configuration or an acknowledgement. Both building and reading. */
import Type, { type Static } from 'typebox'
import { isFrequency } from './limits.ts'

/** Seconds between notifications, 1.0 to 30.0 inclusive (seed). */
export const ConfigurationFrame = Type.Object({ frequency: Type.Number({ minimum: 1, maximum: 30 }) })
export type ConfigurationFrame = Static<typeof ConfigurationFrame>

/** "This notification was read" (seed). */
export const AcknowledgeFrame = Type.Object({
  action: Type.Literal('acknowledge'),
  id: Type.String({ minLength: 1 }),
})
export type AcknowledgeFrame = Static<typeof AcknowledgeFrame>

/** @throws RangeError outside 1 to 30 seconds: such a value never leaves the app. */
export function buildConfiguration(frequency: number): string {
  if (!isFrequency(frequency)) {
    throw new RangeError(`The frequency must be from 1 to 30 seconds, and ${frequency} is not.`)
  }
  return JSON.stringify({ frequency } satisfies ConfigurationFrame)
}

export function buildAcknowledgement(id: string): string {
  return JSON.stringify({ action: 'acknowledge', id } satisfies AcknowledgeFrame)
}

export type ClientFrame =
  /** A number, finite or not in range: the server decides what to do with it. */
  | { readonly kind: 'configuration'; readonly frequency: number }
  | { readonly kind: 'acknowledge'; readonly id: string }
  /** `reason` is a sentence that a server may send back. */
  | { readonly kind: 'rejected'; readonly reason: string }

/**
 * Reads a frame from a client. Never throws.
 * @param frame the text of a text frame, or the bytes of a binary one (which is always rejected)
 */
export function parseClientFrame(frame: string | Uint8Array): ClientFrame {
  if (typeof frame !== 'string') return reject('Binary messages are not understood: send JSON as text')
  let value: unknown
  try {
    value = JSON.parse(frame)
  } catch {
    return reject('That message is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return reject('That message is not a JSON object')
  }
  const fields = value as Readonly<Record<string, unknown>> // JSON.parse gave an object
  if ('action' in fields) return readAction(fields)
  if ('frequency' in fields) return readConfiguration(fields['frequency'])
  return reject('That message has neither "frequency" nor "action"')
}

function readAction(fields: Readonly<Record<string, unknown>>): ClientFrame {
  const { action, id } = fields
  if (action !== 'acknowledge')
    return reject(`Unknown action ${quote(action)}: the only one is "acknowledge"`)
  if (typeof id !== 'string' || id === '')
    return reject('An acknowledgement needs the "id" of a notification')
  return { kind: 'acknowledge', id }
}

function readConfiguration(frequency: unknown): ClientFrame {
  if (typeof frequency === 'number') return { kind: 'configuration', frequency }
  return reject(`The frequency must be a number of seconds, and ${quote(frequency)} is not`)
}

const reject = (reason: string): ClientFrame => ({ kind: 'rejected', reason })

const quote = (value: unknown): string => {
  // Never stringified: JSON.parse reads any depth of nesting, JSON.stringify overflows the stack on some thousands.
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
