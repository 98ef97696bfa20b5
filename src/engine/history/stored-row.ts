/** A row as SQLite gives it, and what the window sees of it. */
import {
  type AcknowledgementState,
  acknowledgementStates,
  listTextLimits,
  type NotificationDetail,
  type NotificationRow,
} from '../../contract/notification-row.ts'
import { isNotificationType, type ParsedNotification } from '../../protocol/notification.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'

/** The columns that `rowColumns` selects. */
export type StoredRow = Readonly<Record<string, unknown>>

export const rowColumns = `
  n.row_id, n.type, n.wire_id, n.received_at, n.read_at, n.frame,
  CASE WHEN n.read_at IS NULL THEN 'none' WHEN n.acknowledgement_id IS NULL THEN 'local' ELSE a.state END AS acknowledgement`

export const rowTables = 'notifications AS n LEFT JOIN acknowledgements AS a USING (acknowledgement_id)'

/** For lists: long texts cut, without the frame. */
export function toNotificationRow(stored: StoredRow): NotificationRow {
  return buildRow(parseStored(stored), stored, listTextLimits)
}

/** Nothing cut, with the frame as it came. */
export function toNotificationDetail(stored: StoredRow): NotificationDetail {
  const endless = Number.POSITIVE_INFINITY
  const whole = { title: endless, message: endless, rest: endless }
  return { ...buildRow(parseStored(stored), stored, whole), frame: String(stored['frame']) }
}

/** What was just stored, seen as a list row, without reading it back. */
export function newNotificationRow(
  notification: ParsedNotification,
  rowId: number,
  receivedAt: number,
): NotificationRow {
  const stored = { row_id: rowId, received_at: receivedAt, read_at: null, acknowledgement: 'none' }
  return buildRow(notification, stored, listTextLimits)
}

/** In characters; `rest` holds for each other text. */
type TextLimits = { readonly title: number; readonly message: number; readonly rest: number }

function buildRow(notification: ParsedNotification, stored: StoredRow, limits: TextLimits): NotificationRow {
  const { id, title, message, ...rest } = notification
  return {
    ...rest,
    rowId: Number(stored['row_id']),
    wireId: cut(id, limits.rest),
    foreignType: cut(rest.foreignType, limits.rest),
    timestamp: cut(rest.timestamp, limits.rest),
    completionTime: cut(rest.completionTime, limits.rest),
    title: title.slice(0, limits.title),
    message: message.slice(0, limits.message),
    isCut: title.length > limits.title || message.length > limits.message,
    receivedAt: Number(stored['received_at']),
    readAt: stored['read_at'] === null ? null : Number(stored['read_at']),
    acknowledgement: toAcknowledgementState(stored['acknowledgement']),
  }
}

const cut = (text: string | null, limit: number): string | null => text?.slice(0, limit) ?? null

/** The frame was a notification when it was stored; should a later version read it otherwise, it is still shown. */
function parseStored(stored: StoredRow): ParsedNotification {
  const parsed = parseServerFrame(String(stored['frame']))
  if (parsed.kind === 'notification') return parsed.notification
  const type = isNotificationType(stored['type']) ? stored['type'] : 'info'
  return {
    type,
    foreignType: null,
    id: typeof stored['wire_id'] === 'string' ? stored['wire_id'] : null,
    title: type,
    message: String(stored['frame']),
    timestamp: null,
    priority: null,
    actionRequired: null,
    errorCode: null,
    retryAllowed: null,
    completionTime: null,
  }
}

function toAcknowledgementState(value: unknown): AcknowledgementState {
  return acknowledgementStates.find((state) => state === value) ?? 'none'
}
