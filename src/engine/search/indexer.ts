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
   * One step of merging what many slices have left into few segments, where that is worth it: searches look into each.
   * @returns whether there is more to do
   */
  mergeSlice(): boolean
  /**
   * Takes rows that were removed from the history out of the index.
   * @returns their ids, which are then to be deleted from `removed_rows` by whoever writes the history
   */
  dropRemoved(limit: number): number[]
}

/** In characters: a frame may have a megabyte, and a slice is to stay a slice. */
const sliceSize = 4_000_000
/** Merging costs about a fifth of indexing: it is done for so many new rows, and for so great a share. */
const mergeAfter = { rows: 5_000, share: 0.1 } as const
/** A step takes some milliseconds. */
const mergePages = 100

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

  const merge = database.prepare("INSERT INTO words (words, rank) VALUES ('merge', ?)")
  const readChanges = database.prepare('SELECT total_changes() AS number')
  const readMerged = database.prepare('SELECT merged_up_to FROM index_state')
  const writeMerged = database.prepare('UPDATE index_state SET merged_up_to = ?')
  let isMerging = false

  const changeCount = (): number => Number(readChanges.get()?.['number'])

  /** In the transaction of a slice. */
  function indexRows(limit: number): { readonly indexed: number; readonly last: number } {
    let [indexed, last, size] = [0, 0, 0]
    for (const row of readRows.iterate(indexedUpTo(), limit)) {
      const notification = readWhatCanBeRead(row, shapesFor)
      if (notification !== null) insert.run(Number(row['row_id']), toIndexedText(notification))
      indexed += 1
      last = Number(row['row_id'])
      size += String(row['frame']).length
      if (size > sliceSize) break
    }
    return { indexed, last }
  }

  const indexedUpTo = (): number => Number(readState.get()?.['indexed_up_to'] ?? 0)

  return {
    indexedUpTo,
    indexSlice(limit) {
      return inTransaction(database, () => {
        const { indexed, last } = indexRows(limit)
        if (indexed === 0) return { indexed, behind: 0 }
        writeState.run(last)
        return { indexed, behind: Number(readNewest.get()?.['newest']) - last }
      })
    },
    mergeSlice() {
      if (!isMerging) {
        const indexed = indexedUpTo()
        const since = indexed - Number(readMerged.get()?.['merged_up_to'] ?? 0)
        if (since < Math.max(mergeAfter.rows, indexed * mergeAfter.share)) return false
      }
      const before = changeCount()
      // A negative number of pages begins a merge of all segments (FTS5's documentation, 6.8).
      merge.run(isMerging ? mergePages : -mergePages)
      isMerging = changeCount() - before >= 2
      if (!isMerging) writeMerged.run(indexedUpTo())
      return isMerging
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
