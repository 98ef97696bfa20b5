/** Full-text search over the history: one connection, for a thread of its own. Composes only. */
import type { Filter } from '../../contract/commands.ts'
import type { NoiseReport } from '../../contract/noise-report.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Facets, FoundCount, FoundRow } from '../../contract/search.ts'
import { type Listed, toListed } from '../history/row-page.ts'
import { isDamaged } from '../history/salvage.ts'
import { type StoredRow, toNotificationRow } from '../history/stored-row.ts'
import { countFound } from './count-found.ts'
import { countFacets } from './facet-counts.ts'
import { typeFacet } from './facets.ts'
import { createFinder, type Finder, type Page } from './finder.ts'
import { openIndexFile, removeIndexFile, type SearchFiles } from './index-file.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import { matchRanges } from './match-ranges.ts'
import { reportNoise } from './noise-report.ts'
import { everything, type Query } from './query.ts'
import { createShapeReader } from './stored-notification.ts'

export type SearchIndex = Pick<Indexer, 'indexSlice' | 'mergeSlice' | 'dropRemoved'> & {
  /** Newest first, whether indexed yet or not; null when cancelled. */
  search(query: Query, page: Page): Listed<FoundRow> | null
  /** A page is full wherever there is more; null when cancelled. */
  foundRowIds(query: Query, page: Page): number[] | null
  listByFilter(filter: Filter, page: Page): Listed<NotificationRow> | null
  /** These three: null when cancelled. */
  countFound(query: Query, isCancelled: () => boolean): NonNullable<FoundCount> | null
  countFacets(query: Query, isCancelled: () => boolean): Facets | null
  /** @param since milliseconds since the epoch */
  reportNoise(since: number, isCancelled: () => boolean): NoiseReport | null
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

  const finding = <Result>(work: (finder: Finder) => Result): Result =>
    mending(() => parts.finder.atOnce(() => work(parts.finder)))

  function list<Row>(query: Query, page: Page, toRow: (stored: StoredRow) => Row): Listed<Row> | null {
    return finding(({ find, hasBehind }) => {
      // One more than asked for tells whether there are more.
      const found = find(query, 'rows', { ...page, limit: page.limit + 1 }, toRow)
      const isBehind = found && hasBehind(query, page)
      return found === null || isBehind === null ? null : toListed(page, found, isBehind)
    })
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
      return finding(({ find }) => find(query, 'ids', page, (row) => Number(row['row_id'])))
    },
    listByFilter(filter, page) {
      return list(queryOf(filter), page, (stored) => toNotificationRow(stored, parts.shapesFor(stored)))
    },
    countFound: (query, isCancelled) => finding((finder) => countFound(finder, query, isCancelled)),
    countFacets: (query, isCancelled) =>
      finding((finder) => countFacets(finder, parts.shapesFor, query, isCancelled)),
    reportNoise: (since, isCancelled) =>
      finding((finder) => reportNoise(finder, parts.shapesFor, since, isCancelled)),
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

function queryOf({ type, isUnread, isPinned }: Filter): Query {
  return {
    ...everything,
    facets: type === undefined ? [] : [[typeFacet(type)]],
    states: [
      ...(isUnread === undefined ? [] : [{ state: 'unread', is: isUnread } as const]),
      ...(isPinned === undefined ? [] : [{ state: 'pinned', is: isPinned } as const]),
    ],
  }
}
