/** Brings the index up to the history, slice by slice: adds the rows that came, takes out those that are gone. */
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../history/database.ts'
import { toIndexedText } from './indexed-text.ts'
import { readWhatCanBeRead, type ShapesFor } from './stored-notification.ts'

export type Indexer = {
  /** The row id up to which every row is in the index. */
  indexedUpTo(): number
  /**
   * Indexes the oldest rows that are not yet, in one transaction.
   * @param limit in rows
   * @returns how many were indexed, and about how many are left: 0 when none are
   */
  indexSlice(limit: number): { readonly indexed: number; readonly behind: number }
  /**
   * Takes rows that were removed from the history out of the index.
   * @returns their ids, which are then to be deleted from `removed_rows` by whoever writes the history
   */
  dropRemoved(limit: number): number[]
}

export function createIndexer(database: DatabaseSync, shapesFor: ShapesFor): Indexer {
  const readState = database.prepare('SELECT indexed_up_to FROM index_state')
  const writeState = database.prepare('UPDATE index_state SET indexed_up_to = ?')
  const readRows = database.prepare(
    'SELECT row_id, type, shape_id, frame FROM notifications WHERE row_id > ? ORDER BY row_id LIMIT ?',
  )
  const readNewest = database.prepare('SELECT max(row_id) AS newest FROM notifications')
  const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  const readRemoved = database.prepare('SELECT row_id FROM removed_rows ORDER BY row_id LIMIT ?')
  const remove = database.prepare('DELETE FROM words WHERE rowid = ?')

  const indexedUpTo = (): number => Number(readState.get()?.['indexed_up_to'] ?? 0)

  return {
    indexedUpTo,
    indexSlice(limit) {
      return inTransaction(database, () => {
        const rows = readRows.all(indexedUpTo(), limit)
        for (const row of rows) {
          const notification = readWhatCanBeRead(row, shapesFor)
          if (notification !== null) insert.run(Number(row['row_id']), toIndexedText(notification))
        }
        const last = rows.at(-1)?.['row_id']
        if (last === undefined) return { indexed: 0, behind: 0 }
        writeState.run(last)
        return { indexed: rows.length, behind: Number(readNewest.get()?.['newest']) - Number(last) }
      })
    },
    dropRemoved(limit) {
      const rowIds = readRemoved.all(limit).map((row) => Number(row['row_id']))
      if (rowIds.length > 0) {
        inTransaction(database, () => {
          for (const rowId of rowIds) remove.run(rowId)
        })
      }
      return rowIds
    },
  }
}
