/** Stores new rows, many with one statement: that is what makes a burst cheap. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SavedShapes } from './saved-shapes.ts'

export type NewRow = {
  readonly sourceId: number
  /** A place in `notificationTypes`. */
  readonly typeCode: number
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
  readonly storedAfterMs: number
  readonly toastFate: number
  /** The text of a JSON object. */
  readonly frame: string
}

/** One that was read or pinned elsewhere already. */
export type MarkedRow = NewRow & { readonly readAt: number | null; readonly pinnedAt: number | null }

export type RowInserter = {
  /** Inside the caller's transaction. @returns the first one's id; the others follow on it */
  insert(rows: readonly NewRow[]): number
  insertMarked(rows: readonly MarkedRow[]): number
}

const columns = ['source_id', 'type', 'received_at', 'stored_after_ms', 'toast_fate', 'shape_id', 'frame']
const markColumns = [...columns, 'read_at', 'pinned_at']
const rowsAtOnce = 64

export function createRowInserter(database: DatabaseSync, shapes: SavedShapes): RowInserter {
  const many = database.prepare(insertSql(columns, rowsAtOnce))
  const one = database.prepare(insertSql(columns, 1))
  const oneMarked = database.prepare(insertSql(markColumns, 1))
  const nextRowId = database.prepare('SELECT next_row_id FROM row_ids')
  const take = database.prepare('UPDATE row_ids SET next_row_id = ?')

  function insertAll<Row extends NewRow>(
    rows: readonly Row[],
    statementFor: (left: number) => readonly [StatementSync, number],
    marks: (row: Row) => readonly SQLInputValue[],
  ): number {
    const firstRowId = Number(nextRowId.get()?.['next_row_id'])
    for (let from = 0; from < rows.length; ) {
      const [statement, count] = statementFor(rows.length - from)
      const values: SQLInputValue[] = [firstRowId + from]
      for (let place = from; place < from + count; place++) {
        const row = rows[place]
        if (row !== undefined) pushValues(values, row, marks(row))
      }
      statement.run(...values)
      from += count
    }
    take.run(firstRowId + rows.length)
    shapes.save()
    return firstRowId
  }

  function pushValues(values: SQLInputValue[], row: NewRow, marks: readonly SQLInputValue[]): void {
    const { shapeId, values: text } = shapes.split(row.frame)
    values.push(row.sourceId, row.typeCode, row.receivedAt, row.storedAfterMs, row.toastFate, shapeId, text)
    if (marks.length > 0) values.push(...marks)
  }

  return {
    insert: (rows) =>
      insertAll(
        rows,
        (left) => (left >= rowsAtOnce ? [many, rowsAtOnce] : [one, 1]),
        () => noMarks,
      ),
    insertMarked: (rows) =>
      insertAll(
        rows,
        () => [oneMarked, 1],
        ({ readAt, pinnedAt }) => [readAt, pinnedAt],
      ),
  }
}

const noMarks: readonly SQLInputValue[] = []

/** The first row's id is given; SQLite counts on from it, as it does where none is given. */
function insertSql(names: readonly string[], number: number): string {
  const values = names.map(() => '?').join(', ')
  const rows = Array.from({ length: number }, (_, place) => `(${place === 0 ? '?' : 'NULL'}, ${values})`)
  return `INSERT INTO notifications (row_id, ${names.join(', ')}) VALUES ${rows.join(', ')}`
}
