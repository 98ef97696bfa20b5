/** The notifications on disk: storing them, reading them by key, marking them as read. */
import type { DatabaseSync } from 'node:sqlite'
import type { Filter } from '../../contract/commands.ts'
import type { NotificationDetail, NotificationRow } from '../../contract/notification-row.ts'
import {
  isNotificationType,
  type NotificationType,
  type ParsedNotification,
} from '../../protocol/notification.ts'
import {
  newNotificationRow,
  rowColumns,
  rowTables,
  toNotificationDetail,
  toNotificationRow,
} from './stored-row.ts'

export type NewNotification = {
  readonly notification: ParsedNotification
  readonly frame: string
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}

/** A row that a statement has just marked as read. */
export type MarkedRow = { readonly rowId: number; readonly type: NotificationType }
export type UnreadRow = { readonly sourceId: number; readonly wireId: string | null }

export type History = {
  /** The row of a source's address, made where it is missing. */
  sourceId(address: string): number
  /** Must run inside a transaction, together with its counts. Row ids grow with arrival. */
  insert(sourceId: number, arrived: NewNotification): NotificationRow
  /** A page, newest first; `limit` rows older than `beforeRowId`, or the newest. */
  list(filter: Filter, beforeRowId: number | null, limit: number): readonly NotificationRow[]
  get(rowId: number): NotificationDetail | null
  /** The row where it is unread, otherwise null. */
  findUnread(rowId: number): UnreadRow | null
  /** Every unread row of a source with that id. */
  markReadByWireId(
    sourceId: number,
    wireId: string,
    readAt: number,
    acknowledgementId: number,
  ): readonly MarkedRow[]
  /** One row that has no id to name. */
  markReadLocally(rowId: number, readAt: number): readonly MarkedRow[]
}

export function createHistory(database: DatabaseSync): History {
  const findSource = database.prepare('SELECT source_id FROM sources WHERE address = ?')
  const addSource = database.prepare('INSERT INTO sources (address) VALUES (?)')
  const insert = database.prepare(
    'INSERT INTO notifications (source_id, type, wire_id, received_at, frame) VALUES (?, ?, ?, ?, ?)',
  )
  const get = database.prepare(`SELECT ${rowColumns} FROM ${rowTables} WHERE n.row_id = ?`)
  const findUnread = database.prepare(
    'SELECT source_id, wire_id FROM notifications WHERE row_id = ? AND read_at IS NULL',
  )
  const markByWireId = database.prepare(
    `UPDATE notifications SET read_at = ?, acknowledgement_id = ?
     WHERE source_id = ? AND wire_id = ? AND read_at IS NULL RETURNING row_id, type`,
  )
  const markLocally = database.prepare(
    'UPDATE notifications SET read_at = ? WHERE row_id = ? AND read_at IS NULL RETURNING row_id, type',
  )

  return {
    sourceId(address) {
      const known = findSource.get(address)
      return Number(known?.['source_id'] ?? addSource.run(address).lastInsertRowid)
    },
    insert(sourceId, { notification, frame, receivedAt }) {
      const wireId = toColumn(notification.id)
      const { lastInsertRowid } = insert.run(sourceId, notification.type, wireId, receivedAt, frame)
      return newNotificationRow(notification, Number(lastInsertRowid), receivedAt)
    },
    list(filter, beforeRowId, limit) {
      const { where, values } = conditions(filter, beforeRowId)
      const sql = `SELECT ${rowColumns} FROM ${rowTables} ${where} ORDER BY n.row_id DESC LIMIT ?`
      return database
        .prepare(sql)
        .all(...values, limit)
        .map(toNotificationRow)
    },
    get(rowId) {
      const stored = get.get(rowId)
      return stored === undefined ? null : toNotificationDetail(stored)
    },
    findUnread(rowId) {
      const row = findUnread.get(rowId)
      if (row === undefined) return null
      const wireId = row['wire_id']
      return { sourceId: Number(row['source_id']), wireId: typeof wireId === 'string' ? wireId : null }
    },
    markReadByWireId: (sourceId, wireId, readAt, acknowledgementId) =>
      markByWireId.all(readAt, acknowledgementId, sourceId, toColumn(wireId)).map(toMarkedRow),
    markReadLocally: (rowId, readAt) => markLocally.all(readAt, rowId).map(toMarkedRow),
  }
}

function conditions(
  filter: Filter,
  beforeRowId: number | null,
): { where: string; values: (string | number)[] } {
  const terms: string[] = []
  const values: (string | number)[] = []
  if (beforeRowId !== null) {
    terms.push('n.row_id < ?')
    values.push(beforeRowId)
  }
  if (filter.type !== undefined) {
    terms.push('n.type = ?')
    values.push(filter.type)
  }
  if (filter.isUnread !== undefined) terms.push(`n.read_at IS ${filter.isUnread ? 'NULL' : 'NOT NULL'}`)
  return { where: terms.length === 0 ? '' : `WHERE ${terms.join(' AND ')}`, values }
}

/** SQLite's text is UTF-8, which has no lone surrogates: they become U+FFFD, in storing and in looking up alike. */
const toColumn = (wireId: string | null): string | null => wireId?.toWellFormed() ?? null

function toMarkedRow(row: Readonly<Record<string, unknown>>): MarkedRow {
  return { rowId: Number(row['row_id']), type: isNotificationType(row['type']) ? row['type'] : 'info' }
}
