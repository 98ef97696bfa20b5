/** Goes through the history for what a query finds, in steps between which it can be cancelled. */
import type { DatabaseSync } from 'node:sqlite'
import type { Direction, RowPage } from '../history/row-page.ts'
import { readAt, rowColumns, rowTables, type StoredRow } from '../history/stored-row.ts'
import { matchExpression } from './match-expression.ts'
import { matches } from './matcher.ts'
import type { Query } from './query.ts'
import { areFew, type RowBounds, rowBounds } from './row-bounds.ts'
import { readUnreadFloor, rowConditions } from './row-conditions.ts'
import { createStatementCache } from './statement-cache.ts'
import { readWhatCanBeRead, type ShapesFor } from './stored-notification.ts'
import { rowsToRead, type Stretch, stretchesOf } from './stretches.ts'

export type Page = RowPage & { isCancelled(): boolean }

type Columns = 'rows' | 'ids'

export type Finder = {
  /** One view of both files, and one lock, for all that `work` finds. */
  atOnce<Result>(work: () => Result): Result
  /**
   * Only inside `atOnce`. Rows that are hidden by a deletion are not found.
   * @param columns `rows`: as stored-row.ts has them; `ids`: at least `row_id` and `read_at`
   * @returns at most `limit` rows, in the direction; null when it was cancelled
   */
  find<Found>(
    query: Query,
    columns: Columns,
    page: Page,
    toFound: (stored: StoredRow) => Found,
  ): Found[] | null
  /** Only inside `atOnce`: whether there are rows on the near side, that of `from`; null when it was cancelled. */
  hasBehind(query: Query, page: Page): boolean | null
}

type FinderDeps = {
  readonly database: DatabaseSync
  readonly shapesFor: ShapesFor
  readonly indexedUpTo: () => number
}

/** A page of the window: quicker at once. */
const rowsAtOnce = 64
/** How many rows are read before cancelling is looked at again. */
const scanStep = 200

export function createFinder({ database, shapesFor, indexedUpTo }: FinderDeps): Finder {
  const prepare = createStatementCache(database)

  /** Gives null, and nothing after it, when it was cancelled. */
  function* scan(
    query: Query,
    rows: Iterable<StoredRow>,
    limit: number,
    page: Page,
  ): Generator<StoredRow | null> {
    let [read, found] = [0, 0]
    for (const row of rows) {
      read += 1
      if (read % scanStep === 0 && page.isCancelled()) {
        yield null
        return
      }
      const notification = readWhatCanBeRead(row, shapesFor)
      if (notification === null || !matches(query, notification)) continue
      yield row
      found += 1
      if (found >= limit) return
    }
  }

  type Search = { readonly query: Query; readonly columns: Columns; readonly page: Page }

  /** One frame may have a megabyte: of many rows, only one is held at a time. */
  function read(
    { query, columns, page }: Search,
    { how, first, last }: Stretch,
    limit: number,
    unreadFloor: number,
  ): Iterable<StoredRow | null> {
    const byKey = how === 'index'
    const { sql, values: conditions } = rowConditions(prepare, query, { unreadFloor, byKey })
    const statement = prepare(selectSql(how, columns, sql, page.direction))
    const asked = { ...conditions, first, last }
    if (how === 'scan') return scan(query, statement.iterate({ ...asked, limit: -1 }), limit, page)
    const values = how === 'index' ? { ...asked, limit, match: matchExpression(query) } : { ...asked, limit }
    return limit <= rowsAtOnce ? statement.all(values) : statement.iterate(values)
  }

  function planOf(query: Query, page: Page, unreadFloor: number): readonly Stretch[] {
    const bounds = within(rowBounds(prepare, query, unreadFloor), page)
    const indexed = indexedUpTo()
    return stretchesOf(query, page.direction, {
      ...{ bounds, indexedUpTo: indexed, areFew: areFew(prepare, query, bounds) },
      nearRows: rowsToRead(page, bounds, indexed),
    })
  }

  /** @returns false when it was cancelled */
  function take<Found>(
    rows: Iterable<StoredRow | null>,
    page: Page,
    found: Found[],
    toFound: (stored: StoredRow) => Found,
  ): boolean {
    for (const row of rows) {
      if (row === null) return false
      found.push(toFound(row))
      if (found.length % scanStep === 0 && page.isCancelled()) return false
    }
    return true
  }

  function find<Found>(
    query: Query,
    columns: Columns,
    page: Page,
    toFound: (stored: StoredRow) => Found,
  ): Found[] | null {
    const unreadFloor = readUnreadFloor(prepare)
    const found: Found[] = []
    for (const stretch of planOf(query, page, unreadFloor)) {
      if (found.length >= page.limit) break
      if (page.isCancelled()) return null
      const rows = read({ query, columns, page }, stretch, page.limit - found.length, unreadFloor)
      if (!take(rows, page, found, toFound)) return null
    }
    return found
  }

  /** A page is mostly asked for from a row that was found: to look at it is cheaper than to search. */
  function isFound(query: Query, rowId: number, page: Page): boolean {
    const itself = { how: 'scan', first: rowId, last: rowId } as const
    const rows = read({ query, columns: 'ids', page }, itself, 1, readUnreadFloor(prepare))
    return [...rows].length > 0
  }

  return {
    find,
    atOnce(work) {
      prepare('BEGIN').run()
      try {
        return work()
      } finally {
        if (database.isTransaction) prepare('COMMIT').run()
      }
    },
    hasBehind(query, page) {
      if (page.from === null) return false
      if (isFound(query, page.from, page)) return true
      const direction = page.direction === 'newest' ? 'oldest' : 'newest'
      const found = find(query, 'ids', { ...page, direction, limit: 1 }, () => true)
      return found && found.length > 0
    },
  }
}

function within(bounds: RowBounds, { direction, from }: Page): RowBounds {
  if (from === null) return bounds
  return direction === 'newest'
    ? { ...bounds, last: Math.min(bounds.last, from - 1) }
    : { ...bounds, first: Math.max(bounds.first, from + 1) }
}

/** Ordered by the index's own row ids: by any other column FTS5 would gather and sort all that it finds. */
function selectSql(how: Stretch['how'], columns: Columns, conditions: string, direction: Direction): string {
  const order = direction === 'newest' ? 'DESC' : 'ASC'
  const onlyIds = columns === 'ids' && how !== 'scan'
  const [select, tables] = onlyIds
    ? [`n.row_id, ${readAt} AS read_at`, 'notifications AS n']
    : [rowColumns, rowTables]
  return how === 'index'
    ? `SELECT ${select} FROM words CROSS JOIN ${tables}
        WHERE words MATCH :match AND words.rowid BETWEEN :first AND :last AND n.row_id = words.rowid AND ${conditions}
        ORDER BY words.rowid ${order} LIMIT :limit`
    : `SELECT ${select} FROM ${tables}
        WHERE n.row_id BETWEEN :first AND :last AND ${conditions} ORDER BY n.row_id ${order} LIMIT :limit`
}
