/** Reading the notifications on disk by key, and pinning them. Not: searching them (`search/`), nor storing them. */
import type { DatabaseSync } from 'node:sqlite'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import type { PinnedCount } from '../statistics/pinned-count.ts'
import { inTransaction } from './database.ts'
import type { FrameShapes } from './frame-shape.ts'
import { createRowLists, type RowLists } from './row-lists.ts'
import { rowColumns, rowTables, toNotificationDetail } from './stored-row.ts'

export type History = RowLists & {
  /** What was decided about its toast: a code of toast-fate.ts; null where there is no such row. */
  toastFate(rowId: number): number | null
  get(rowId: number): NotificationDetail | null
  newestRowId(): number
  /** Of the rows below `beforeRowId` that are not pinned, newest first. */
  deletableIds(beforeRowId: number, limit: number): readonly number[]
  /** @param pinnedAt null takes the pin off. @returns the rows that changed */
  setPinned(rowIds: readonly number[], pinnedAt: number | null): readonly number[]
}

export function createHistory(
  database: DatabaseSync,
  shapes: FrameShapes,
  pinnedCount: PinnedCount,
): History {
  const select = `SELECT ${rowColumns} FROM ${rowTables}`
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

  return {
    ...createRowLists(database, shapes),
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
    setPinned(rowIds, pinnedAt) {
      return inTransaction(database, () => {
        const changed = rowIds.filter((rowId) => pin.run(pinnedAt, rowId).changes > 0)
        pinnedCount.add(pinnedAt === null ? -changed.length : changed.length)
        return changed
      })
    },
  }
}
