/** Goes through the history for what a query finds, in steps between which it can be cancelled. */
import type { DatabaseSync } from 'node:sqlite'
import { rowColumns, rowTables, type StoredRow } from '../history/stored-row.ts'
import { matchExpression } from './match-expression.ts'
import { matches } from './matcher.ts'
import type { Query } from './query.ts'
import { areFew, type RowBounds, rowBounds } from './row-bounds.ts'
import { readUnreadFloor, rowConditions } from './row-conditions.ts'
import { createStatementCache } from './statement-cache.ts'
import { readWhatCanBeRead, type ShapesFor } from './stored-notification.ts'
import { type Direction, type Stretch, stretchesOf } from './stretches.ts'

export type Page = {
  readonly direction: Direction
  /** Rows beyond this one, in the direction; null for the first page. */
  readonly from: number | null
  readonly limit: number
  isCancelled(): boolean
}

type Columns = 'rows' | 'ids'

export type Finder = {
  /**
   * Rows that are hidden by a deletion are not found.
   * @param columns `rows`: as stored-row.ts has them; `ids`: at least `row_id`
   * @returns at most `limit` rows, in the direction; null when it was cancelled
   */
  find<Found>(
    query: Query,
    columns: Columns,
    page: Page,
    toFound: (stored: StoredRow) => Found,
  ): Found[] | null
}

type FinderDeps = {
  readonly database: DatabaseSync
  readonly shapesFor: ShapesFor
  readonly indexedUpTo: () => number
}

/** A page of the window: quicker at once. */
const rowsAtOnce = 64
/** How many rows are read by themselves before cancelling is looked at again. */
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

  function find<Found>(
    query: Query,
    columns: Columns,
    page: Page,
    toFound: (stored: StoredRow) => Found,
  ): Found[] | null {
    const unreadFloor = readUnreadFloor(prepare)
    const bounds = within(rowBounds(prepare, query, unreadFloor), page)
    const territory = { bounds, indexedUpTo: indexedUpTo(), areFew: areFew(prepare, query, bounds) }

    /** One frame may have a megabyte: of many rows, only one is held at a time. */
    function read({ how, first, last }: Stretch, limit: number): Iterable<StoredRow | null> {
      const { sql, values: conditions } = rowConditions(prepare, query, {
        unreadFloor,
        byKey: how === 'index',
      })
      const statement = prepare(selectSql(how, columns, sql, page.direction))
      const asked = { ...conditions, first, last }
      if (how === 'scan') return scan(query, statement.iterate({ ...asked, limit: -1 }), limit, page)
      const values =
        how === 'index' ? { ...asked, limit, match: matchExpression(query) } : { ...asked, limit }
      return limit <= rowsAtOnce ? statement.all(values) : statement.iterate(values)
    }

    const found: Found[] = []
    for (const stretch of stretchesOf(query, page.direction, territory)) {
      if (found.length >= page.limit) break
      if (page.isCancelled()) return null
      for (const row of read(stretch, page.limit - found.length)) {
        if (row === null) return null
        found.push(toFound(row))
      }
    }
    return found
  }

  return {
    find(query, columns, page, toFound) {
      // One view of both files, and one lock for all of the statements.
      prepare('BEGIN').run()
      try {
        return find(query, columns, page, toFound)
      } finally {
        if (database.isTransaction) prepare('COMMIT').run()
      }
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
  const [select, tables] = onlyIds ? ['n.row_id', 'notifications AS n'] : [rowColumns, rowTables]
  return how === 'index'
    ? `SELECT ${select} FROM words CROSS JOIN ${tables}
        WHERE words MATCH :match AND words.rowid BETWEEN :first AND :last AND n.row_id = words.rowid AND ${conditions}
        ORDER BY words.rowid ${order} LIMIT :limit`
    : `SELECT ${select} FROM ${tables}
        WHERE n.row_id BETWEEN :first AND :last AND ${conditions} ORDER BY n.row_id ${order} LIMIT :limit`
}
