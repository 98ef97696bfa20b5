/** Reads a frame from a server, tolerantly: spec.md's "facts that break naive clients" 4 to 8. Never throws. */
import { maxRejectedExcerptLength } from './limits.ts'
import { isNotificationType, type ParsedNotification, type Priority } from './notification-type.ts'
import { type Gap, type Place, readPlace } from './resumption.ts'
import { type ParsedSystemMessage, readConfirmation, readNotFound } from './system-message.ts'

export type ServerFrame =
  | { readonly kind: 'notification'; readonly notification: ParsedNotification; readonly place: FramePlace }
  | { readonly kind: 'system'; readonly system: ParsedSystemMessage; readonly place: FramePlace }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly excerpt: string }

/** Where it says that it stands; null where it says nothing of it. */
export type FramePlace = Place | Gap | null

export type RejectionReason = 'binary' | 'empty' | 'not JSON' | 'not an object' | 'no known message'

type Fields = Readonly<Record<string, unknown>>

/**
 * @param frame the text of a text frame, or the bytes of a binary one (which is always rejected)
 * @returns a notification, a system message, or a rejection with its reason and the frame's first 1 kB
 */
export function parseServerFrame(frame: string | Uint8Array): ServerFrame {
  if (typeof frame !== 'string') return reject('binary', describeBytes(frame))
  if (frame.trim() === '') return reject('empty', '')
  let value: unknown
  try {
    value = JSON.parse(frame)
  } catch {
    return reject('not JSON', frame)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return reject('not an object', frame)
  return readFields(value as Fields, frame) // JSON.parse gave an object: its fields are unknown, not absent
}

function readFields(fields: Fields, frame: string): ServerFrame {
  if (fields['type'] === 'system') {
    const message = text(fields['message']) ?? ''
    return {
      kind: 'system',
      system: {
        message,
        timestamp: text(fields['timestamp']),
        confirmedId: readConfirmation(message),
        unknownId: readNotFound(message),
      },
      place: readPlace(fields),
    }
  }
  const isForeign = !isNotificationType(fields['type'])
  const saysSomething = text(fields['title']) !== null || text(fields['message']) !== null
  if (isForeign && !saysSomething) return reject('no known message', frame)
  return { kind: 'notification', notification: readNotification(fields), place: readPlace(fields) }
}

function readNotification(fields: Fields): ParsedNotification {
  const type = isNotificationType(fields['type']) ? fields['type'] : 'info'
  const foreignType = type === fields['type'] ? null : (text(fields['type']) ?? '')
  return {
    type,
    foreignType,
    id: text(fields['id']) || null,
    title: text(fields['title']) || capitalise(foreignType || type),
    message: text(fields['message']) ?? '',
    timestamp: text(fields['timestamp']),
    priority: type === 'info' ? priority(fields['priority']) : null,
    actionRequired: type === 'warning' ? flag(fields['action_required']) : null,
    errorCode: type === 'error' ? number(fields['error_code']) : null,
    retryAllowed: type === 'error' ? flag(fields['retry_allowed']) : null,
    completionTime: type === 'success' ? text(fields['completion_time']) : null,
  }
}

const reject = (reason: RejectionReason, frame: string): ServerFrame => ({
  kind: 'rejected',
  reason,
  excerpt: frame.slice(0, maxRejectedExcerptLength),
})

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
/** `1e999` is legal JSON, and no number that travels further. */
const number = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null
const priority = (value: unknown): Priority | null =>
  value === 'low' || value === 'medium' || value === 'high' ? value : null
const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Bytes as people read them in a log: `12 bytes: 00 ff 10 …`. */
function describeBytes(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 256), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
  return `${bytes.byteLength} bytes: ${head}`
}
