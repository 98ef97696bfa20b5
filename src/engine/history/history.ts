/** Reading the notifications on disk by key, and pinning them. Not: searching them (`search/`), nor storing them. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { NotificationDetail, NotificationRow } from '../../contract/notification-row.ts'
import { quietFates } from '../toasts/toast-fate.ts'
import type { FrameShapes } from './frame-shape.ts'
import { rowColumns, rowTables, toNotificationDetail, toNotificationRow } from './stored-row.ts'

/** More than a page of the window has. */
const rowsAtOnce = 64

export type History = {
  /** A page, newest first; `limit` rows older than `beforeRowId`, or the newest. */
  list(beforeRowId: number | null, limit: number): readonly NotificationRow[]
  /** As `list`, of those not read yet. */
  listUnread(beforeRowId: number | null, limit: number): readonly NotificationRow[]
  /** Of the unread ones newer than `afterRowId`: those that came while toasts were held back, newest first. */
  listHeldBack(afterRowId: number, limit: number): readonly NotificationRow[]
  /** What was decided about its toast: a code of toast-fate.ts; null where there is no such row. */
  toastFate(rowId: number): number | null
  get(rowId: number): NotificationDetail | null
  newestRowId(): number
  /** Of the rows below `beforeRowId` that are not pinned, newest first. */
  deletableIds(beforeRowId: number, limit: number): readonly number[]
  /** @param pinnedAt null takes the pin off. @returns the rows that changed */
  setPinned(rowIds: readonly number[], pinnedAt: number | null): readonly number[]
}

export function createHistory(database: DatabaseSync, shapes: FrameShapes): History {
  const select = `SELECT ${rowColumns} FROM ${rowTables}`
  const endless = Number.MAX_SAFE_INTEGER
  const list = database.prepare(
    `${select} WHERE n.row_id < ? AND n.deletion_id IS NULL ORDER BY n.row_id DESC LIMIT ?`,
  )
  const unread = `n.read_at IS NULL AND n.deletion_id IS NULL AND NOT EXISTS (
    SELECT 1 FROM read_jobs AS j WHERE j.acknowledgement_id IS NULL AND n.row_id < j.before_row_id)`
  const listUnread = database.prepare(
    `${select} WHERE n.row_id < ? AND ${unread} ORDER BY n.row_id DESC LIMIT ?`,
  )
  const heldBack = Object.values(quietFates).join(', ')
  const listHeldBack = database.prepare(`
    ${select} WHERE n.row_id < ?1 AND n.row_id > ?3 AND ${unread} AND n.toast_fate IN (${heldBack})
    ORDER BY n.row_id DESC LIMIT ?2`)
  const get = database.prepare(`${select} WHERE n.row_id = ? AND n.deletion_id IS NULL`)
  const fate = database.prepare('SELECT toast_fate FROM notifications WHERE row_id = ?')
  const newest = database.prepare('SELECT max(row_id) AS row_id FROM notifications')
  const deletable = database.prepare(
    `SELECT row_id FROM notifications WHERE row_id < ? AND pinned_at IS NULL AND deletion_id IS NULL
     ORDER BY row_id DESC LIMIT ?`,
  )
  const pin = database.prepare(
    `UPDATE notifications SET pinned_at = ?1
     WHERE row_id = ?2 AND deletion_id IS NULL AND (pinned_at IS NULL) = (?1 IS NOT NULL)`,
  )

  /** In short reads: a frame may have a megabyte, and a page 500 of them. */
  function readPage(
    statement: StatementSync,
    beforeRowId: number | null,
    limit: number,
    ...more: readonly number[]
  ): NotificationRow[] {
    const rows: NotificationRow[] = []
    for (let before = beforeRowId ?? endless; rows.length < limit; ) {
      const wanted = Math.min(rowsAtOnce, limit - rows.length)
      const found = statement.all(before, wanted, ...more)
      for (const row of found) rows.push(toNotificationRow(row, shapes))
      if (found.length < wanted) break
      before = rows.at(-1)?.rowId ?? 0
    }
    return rows
  }

  return {
    list: (beforeRowId, limit) => readPage(list, beforeRowId, limit),
    listUnread: (beforeRowId, limit) => readPage(listUnread, beforeRowId, limit),
    listHeldBack: (afterRowId, limit) => readPage(listHeldBack, null, limit, afterRowId),
    toastFate(rowId) {
      const row = fate.get(rowId)
      return row === undefined ? null : Number(row['toast_fate'])
    },
    get(rowId) {
      const stored = get.get(rowId)
      return stored === undefined ? null : toNotificationDetail(stored, shapes)
    },
    newestRowId: () => Number(newest.get()?.['row_id'] ?? 0),
    deletableIds: (beforeRowId, limit) =>
      deletable.all(beforeRowId, limit).map((row) => Number(row['row_id'])),
    setPinned: (rowIds, pinnedAt) => rowIds.filter((rowId) => pin.run(pinnedAt, rowId).changes > 0),
  }
}
