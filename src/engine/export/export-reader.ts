/** Reads the history for an export, a row at a time: no read transaction outlives a row, so the log can be reset. */
import type { DatabaseSync } from 'node:sqlite'
import { rowColumns, rowTables, toNotificationDetail } from '../history/stored-row.ts'
import { createShapeReader } from '../search/stored-notification.ts'
import type { ExportRow } from './export-row.ts'

export type ExportReader = {
  /** @returns null when the row is gone, or hidden by a deletion */
  read(rowId: number): ExportRow | null
  newestRowId(): number
  /** How many rows there are; from the counts, not by scanning. */
  rowCount(): number
}

/** @param database a connection to the history */
export function createExportReader(database: DatabaseSync): ExportReader {
  const get = database.prepare(`
    SELECT ${rowColumns}, s.address AS source
    FROM ${rowTables} LEFT JOIN sources AS s ON s.source_id = n.source_id
    WHERE n.row_id = ? AND n.deletion_id IS NULL`)
  const newest = database.prepare('SELECT max(row_id) AS row_id FROM notifications')
  const count = database.prepare('SELECT coalesce(sum(total), 0) AS total FROM counts')
  const shapesFor = createShapeReader(database)

  return {
    read(rowId) {
      const stored = get.get(rowId)
      if (stored === undefined) return null
      return {
        detail: toNotificationDetail(stored, shapesFor(stored)),
        source: String(stored['source'] ?? ''),
      }
    },
    newestRowId: () => Number(newest.get()?.['row_id'] ?? 0),
    rowCount: () => Number(count.get()?.['total']),
  }
}
