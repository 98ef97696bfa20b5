/** A row as SQLite gives it, and what the window sees of it. */
import { listTextLimits } from '../../contract/list-text-limits.ts'
import type {
  AcknowledgementState,
  NotificationDetail,
  NotificationRow,
} from '../../contract/notification-row.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { outboxStates } from '../acknowledgements/outbox-state.ts'
import type { FrameShapes } from './frame-shape.ts'
import { toType } from './type-code.ts'

/** The columns that `rowColumns` selects. */
export type StoredRow = Readonly<Record<string, unknown>>

/** While every row is being marked as read in slices (read-jobs.ts), those that it has not reached yet are read already. */
export const readAt = `coalesce(n.read_at, (
  SELECT j.read_at FROM read_jobs AS j WHERE j.acknowledgement_id IS NULL AND n.row_id < j.before_row_id))`

/**
 * Acknowledgement: the outbox's state, or one of `notYet`.
 */
export const rowColumns = `
  n.row_id, n.type, n.received_at, n.pinned_at, n.shape_id, n.frame,
  ${readAt} AS read_at,
  CASE WHEN n.read_at IS NULL THEN -2 WHEN n.acknowledgement_id IS NULL THEN -1 ELSE a.state END AS acknowledgement`

/** To be joined to `notifications AS n`. */
export const rowJoins = 'LEFT JOIN acknowledgements AS a USING (acknowledgement_id)'
export const rowTables = `notifications AS n ${rowJoins}`

const notYet = { none: -2, local: -1 } as const

/** For lists: long texts cut, without the frame. */
export function toNotificationRow(stored: StoredRow, shapes: FrameShapes): NotificationRow {
  return buildRow(readStored(stored, shapes), stored, listTextLimits)
}

/** Nothing cut, with the frame as it came. */
export function toNotificationDetail(stored: StoredRow, shapes: FrameShapes): NotificationDetail {
  const frame = joinFrame(stored, shapes)
  const endless = Number.POSITIVE_INFINITY
  const whole = { title: endless, message: endless, rest: endless }
  return { ...buildRow(readStored(stored, shapes), stored, whole), frame }
}

const joinFrame = (stored: StoredRow, shapes: FrameShapes): string =>
  shapes.join(Number(stored['shape_id']), String(stored['frame']))

/** What was just stored, seen as a list row, without reading it back. */
export function newNotificationRow(
  notification: ParsedNotification,
  rowId: number,
  receivedAt: number,
): NotificationRow {
  const unread = { read_at: null, acknowledgement: notYet.none, pinned_at: null }
  return buildRow(notification, { row_id: rowId, received_at: receivedAt, ...unread }, listTextLimits)
}

/** In characters; `rest` holds for each other text. */
type TextLimits = { readonly title: number; readonly message: number; readonly rest: number }

/** Spelt out: this runs for every arrival, and spreading an object costs several times as much. */
function buildRow(notification: ParsedNotification, stored: StoredRow, limits: TextLimits): NotificationRow {
  const { title, message } = notification
  return {
    rowId: Number(stored['row_id']),
    type: notification.type,
    foreignType: cut(notification.foreignType, limits.rest),
    wireId: cut(notification.id, limits.rest),
    title: title.length > limits.title ? title.slice(0, limits.title) : title,
    message: message.length > limits.message ? message.slice(0, limits.message) : message,
    isCut: title.length > limits.title || message.length > limits.message,
    timestamp: cut(notification.timestamp, limits.rest),
    receivedAt: Number(stored['received_at']),
    readAt: toTime(stored['read_at']),
    acknowledgement: toAcknowledgementState(stored, notification.id),
    pinnedAt: toTime(stored['pinned_at']),
    priority: notification.priority,
    actionRequired: notification.actionRequired,
    errorCode: notification.errorCode,
    retryAllowed: notification.retryAllowed,
    completionTime: cut(notification.completionTime, limits.rest),
  }
}

const cut = (text: string | null, limit: number): string | null =>
  text === null || text.length <= limit ? text : text.slice(0, limit)

/** The frame was a notification when it was stored; should a later version read it otherwise, it is still shown. */
export function readStored(stored: StoredRow, shapes: FrameShapes): ParsedNotification {
  const frame = joinFrame(stored, shapes)
  const parsed = parseServerFrame(frame)
  if (parsed.kind === 'notification') return parsed.notification
  const type = toType(stored['type'])
  return {
    type,
    foreignType: null,
    id: null,
    title: type,
    message: frame,
    timestamp: null,
    priority: null,
    actionRequired: null,
    errorCode: null,
    retryAllowed: null,
    completionTime: null,
  }
}

function toAcknowledgementState(stored: StoredRow, wireId: string | null): AcknowledgementState {
  const state = Number(stored['acknowledgement'])
  if (state === notYet.local) return 'local'
  if (state !== notYet.none) return outboxStates[state] ?? 'none'
  if (stored['read_at'] === null) return 'none'
  return wireId === null ? 'local' : 'pending'
}

const toTime = (value: unknown): number | null => (value === null ? null : Number(value))
