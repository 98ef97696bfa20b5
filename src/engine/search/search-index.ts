/** Full-text search over the history: one connection, for a thread of its own. Composes only. */
import type { Filter } from '../../contract/commands.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { FoundRow } from '../../contract/search.ts'
import { isDamaged } from '../history/salvage.ts'
import { type StoredRow, toNotificationRow } from '../history/stored-row.ts'
import { typeFacet } from './facets.ts'
import { createFinder, type Page } from './finder.ts'
import { openIndexFile, removeIndexFile, type SearchFiles } from './index-file.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import { matchRanges } from './match-ranges.ts'
import { everything, type Query } from './query.ts'
import { createShapeReader } from './stored-notification.ts'

export type SearchPage = {
  /** Rows older than this one; null for the newest. */
  readonly beforeRowId: number | null
  readonly limit: number
  isCancelled(): boolean
}
type Listed<Row> = { readonly rows: readonly Row[]; readonly hasOlder: boolean }

export type SearchIndex = Pick<Indexer, 'indexSlice' | 'mergeSlice' | 'dropRemoved'> & {
  /** Newest first, whether indexed yet or not; null when cancelled. */
  search(query: Query, page: SearchPage): Listed<FoundRow> | null
  /** A page is full wherever there is more; null when cancelled. */
  foundRowIds(query: Query, page: Page): number[] | null
  listByFilter(filter: Filter, page: SearchPage): Listed<NotificationRow> | null
  close(): void
}

/**
 * An index that turns out to be damaged while it is in use is begun anew, once: until it has caught up, rows are read
 * one by one.
 * @throws SQLite's error when the history cannot be read, or the index cannot be written
 */
export function openSearchIndex(files: SearchFiles): SearchIndex {
  let parts = openParts(files)
  let wasMended = false

  function mending<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      if (wasMended || !isDamaged(error)) throw error
      wasMended = true
      parts.database.close()
      removeIndexFile(files.indexPath)
      parts = openParts(files)
      return work()
    }
  }

  function list<Row>(query: Query, page: SearchPage, toRow: (stored: StoredRow) => Row): Listed<Row> | null {
    const { beforeRowId: from, limit, isCancelled } = page
    // One more than asked for tells whether there are older ones.
    const wanted = { direction: 'newest', from, limit: limit + 1, isCancelled } as const
    const found = mending(() => parts.finder.find(query, 'rows', wanted, toRow))
    return found && { rows: found.slice(0, limit), hasOlder: found.length > limit }
  }

  return {
    indexSlice: (limit) => mending(() => parts.indexer.indexSlice(limit)),
    mergeSlice: () => mending(() => parts.indexer.mergeSlice()),
    dropRemoved: (limit) => mending(() => parts.indexer.dropRemoved(limit)),
    search(query, page) {
      return list(query, page, (stored) => {
        const row = toNotificationRow(stored, parts.shapesFor(stored))
        const matches = { title: matchRanges(query, row.title), message: matchRanges(query, row.message) }
        return { row, matches }
      })
    },
    foundRowIds(query, page) {
      return mending(() => parts.finder.find(query, 'ids', page, (row) => Number(row['row_id'])))
    },
    listByFilter(filter, page) {
      return list(queryOf(filter), page, (stored) => toNotificationRow(stored, parts.shapesFor(stored)))
    },
    close() {
      if (parts.database.isOpen) parts.database.close()
    },
  }
}

function openParts(files: SearchFiles) {
  const database = openIndexFile(files)
  const shapesFor = createShapeReader(database)
  const indexer = createIndexer(database, shapesFor)
  return { database, shapesFor, indexer, finder: createFinder({ database, shapesFor, ...indexer }) }
}

function queryOf({ type, isUnread }: Filter): Query {
  return {
    ...everything,
    facets: type === undefined ? [] : [[typeFacet(type)]],
    states: isUnread === undefined ? [] : [{ state: 'unread', is: isUnread }],
  }
}
