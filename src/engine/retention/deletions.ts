/**
 * Deletions on disk: rows are hidden first and can come back, then they are removed in slices. A deletion that a quit
 * finds unfinished is finished at the next start.
 */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../history/database.ts'
import { toType } from '../history/type-code.ts'
import type { CountChange, CountsTable } from '../statistics/counts.ts'
import type { PinnedCount } from '../statistics/pinned-count.ts'
import { createRowRemover } from './remove-rows.ts'

const slice = { restore: 500, remove: 200 } as const

export type Deletions = {
  start(requestedAt: number): number
  /** @returns the rows that were there and are hidden now; pinned ones stay where told so */
  hide(deletionId: number, rowIds: readonly number[], keepsPinned: boolean): readonly number[]
  /** From now on its rows come back, also after a quit in the middle. */
  undo(deletionId: number): void
  /** @returns how many rows are back; 0 when none is left */
  restoreSlice(deletionId: number): number
  /** @returns how many rows are gone; 0 when none is left, and the deletion with them */
  removeSlice(deletionId: number): number
  /** Of an earlier run. */
  unfinished(): readonly { readonly deletionId: number; readonly isUndone: boolean }[]
}

export type DeletionsDeps = {
  readonly database: DatabaseSync
  readonly counts: CountsTable
  readonly pinnedCount: PinnedCount
  /** Inside the same transaction, before these rows are hidden, and once they are back. */
  settle(rowIds: readonly number[]): void
}

type Row = Readonly<Record<string, unknown>>

const numberPinned = (rows: readonly Row[]): number => rows.filter((row) => row['pinned_at'] !== null).length

export function createDeletions({ database, counts, pinnedCount, settle }: DeletionsDeps): Deletions {
  const removeRows = createRowRemover(database)
  const insert = database.prepare('INSERT INTO deletions (requested_at) VALUES (?)')
  const end = database.prepare('DELETE FROM deletions WHERE deletion_id = ?')
  const undo = database.prepare('UPDATE deletions SET is_undone = 1 WHERE deletion_id = ?')
  const unfinished = database.prepare('SELECT deletion_id, is_undone FROM deletions ORDER BY deletion_id')
  const readNow = database.prepare('SELECT type, read_at FROM notifications WHERE row_id = ?')
  const hide = database.prepare(
    `UPDATE notifications SET deletion_id = ?1
     WHERE row_id = ?2 AND deletion_id IS NULL AND (pinned_at IS NULL OR NOT ?3)
     RETURNING row_id, type, read_at, pinned_at`,
  )
  const restore = database.prepare(
    `UPDATE notifications SET deletion_id = NULL WHERE row_id IN (
       SELECT row_id FROM notifications WHERE deletion_id = ? ORDER BY row_id LIMIT ${slice.restore})
     RETURNING row_id, pinned_at`,
  )
  const removable = database.prepare(
    `SELECT row_id, acknowledgement_id FROM notifications WHERE deletion_id = ? ORDER BY row_id
     LIMIT ${slice.remove}`,
  )
  const changes = (rows: readonly Row[], sign: 1 | -1): CountChange[] =>
    rows.map((row) => ({
      type: toType(row['type']),
      total: sign,
      unread: row['read_at'] === null ? sign : 0,
    }))

  return {
    start: (requestedAt) => Number(insert.run(requestedAt).lastInsertRowid),
    hide(deletionId, rowIds, keepsPinned) {
      return inTransaction(database, () => {
        settle(rowIds)
        const rows = rowIds.flatMap((rowId) => hide.all(deletionId, rowId, Number(keepsPinned)))
        counts.apply(changes(rows, -1))
        pinnedCount.add(-numberPinned(rows))
        return rows.map((row) => Number(row['row_id']))
      })
    },
    undo: (deletionId) => void undo.run(deletionId),
    restoreSlice(deletionId) {
      return inTransaction(database, () => {
        const rows = restore.all(deletionId)
        const rowIds = rows.map((row) => Number(row['row_id']))
        settle(rowIds)
        // Settling may have marked them as read: what is counted is what they are now.
        counts.apply(
          changes(
            rowIds.flatMap((rowId) => readNow.all(rowId)),
            1,
          ),
        )
        pinnedCount.add(numberPinned(rows))
        if (rows.length === 0) end.run(deletionId)
        return rows.length
      })
    },
    removeSlice(deletionId) {
      return inTransaction(database, () => {
        const rows = removable.all(deletionId).map((row) => ({
          rowId: Number(row['row_id']),
          acknowledgementId: row['acknowledgement_id'] === null ? null : Number(row['acknowledgement_id']),
        }))
        removeRows(rows)
        if (rows.length === 0) end.run(deletionId)
        return rows.length
      })
    },
    unfinished: () =>
      unfinished.all().map((row) => ({
        deletionId: Number(row['deletion_id']),
        isUndone: row['is_undone'] === 1,
      })),
  }
}
