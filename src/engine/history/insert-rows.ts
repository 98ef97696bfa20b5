/** Stores new rows, many with one statement: that is what makes a burst cheap. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { SavedShapes } from './saved-shapes.ts'

export type NewRow = {
  readonly sourceId: number
  /** A place in `notificationTypes`. */
  readonly typeCode: number
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
  readonly storedAfterMs: number
  readonly toastFate: number
  readonly readAt: number | null
  readonly pinnedAt: number | null
  /** The text of a JSON object. */
  readonly frame: string
}

const columns = [
  ...['row_id', 'source_id', 'type', 'received_at', 'stored_after_ms', 'toast_fate'],
  ...['read_at', 'pinned_at', 'shape_id', 'frame'],
]
const rowsAtOnce = 16

/** @returns stores rows inside the caller's transaction and gives the first one's id; the others follow on it */
export function createRowInserter(
  database: DatabaseSync,
  shapes: SavedShapes,
): (rows: readonly NewRow[]) => number {
  const prepare = (number: number) => database.prepare(insertSql(number))
  const insertMany = prepare(rowsAtOnce)
  const insertOne = prepare(1)
  const nextRowId = database.prepare('SELECT next_row_id FROM row_ids')
  const take = database.prepare('UPDATE row_ids SET next_row_id = ?')

  return (rows) => {
    const firstRowId = Number(nextRowId.get()?.['next_row_id'])
    let rowId = firstRowId
    for (let from = 0; from < rows.length; ) {
      const chunk = rows.length - from >= rowsAtOnce ? rowsAtOnce : 1
      const values: SQLInputValue[] = []
      for (const row of rows.slice(from, from + chunk)) pushValues(values, rowId++, row)
      if (chunk === 1) insertOne.run(...values)
      else insertMany.run(...values)
      from += chunk
    }
    take.run(rowId)
    shapes.save()
    return firstRowId
  }

  function pushValues(values: SQLInputValue[], rowId: number, row: NewRow): void {
    const { shapeId, values: text } = shapes.split(row.frame)
    values.push(rowId, row.sourceId, row.typeCode, row.receivedAt, row.storedAfterMs, row.toastFate)
    values.push(row.readAt, row.pinnedAt, shapeId, text)
  }
}

function insertSql(number: number): string {
  const one = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO notifications (${columns.join(', ')}) VALUES ${Array.from({ length: number }, () => one).join(', ')}`
}
