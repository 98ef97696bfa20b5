/** The snoozed rows in the history's file. Not: when they come back (snoozes.ts). */
import type { DatabaseSync } from 'node:sqlite'
import type { Snooze } from '../../contract/snooze.ts'
import { inTransaction } from '../history/database.ts'

/** All of it or nothing; each throws SQLite's error. */
export type SnoozeTable = {
  /** The next one first. */
  read(): readonly Snooze[]
  /** Each in the place of an earlier one of its row. */
  put(snoozes: readonly Snooze[]): void
  /** Rows that were snoozed again meanwhile stay: they have another time. */
  remove(snoozes: readonly Snooze[]): void
  /** Whether the row is there at all, and not deleted. */
  hasNotification(rowId: number): boolean
}

export function createSnoozeTable(database: DatabaseSync): SnoozeTable {
  const read = database.prepare('SELECT row_id, until FROM snoozes ORDER BY until, row_id')
  const put = database.prepare(
    'INSERT INTO snoozes (row_id, until) VALUES (?, ?) ON CONFLICT (row_id) DO UPDATE SET until = excluded.until',
  )
  const remove = database.prepare('DELETE FROM snoozes WHERE row_id = ? AND until = ?')
  const find = database.prepare('SELECT 1 FROM notifications WHERE row_id = ? AND deletion_id IS NULL')

  return {
    read: () => read.all().map((row) => ({ rowId: Number(row['row_id']), until: Number(row['until']) })),
    put(snoozes) {
      inTransaction(database, () => {
        for (const { rowId, until } of snoozes) put.run(rowId, until)
      })
    },
    remove(snoozes) {
      inTransaction(database, () => {
        for (const { rowId, until } of snoozes) remove.run(rowId, until)
      })
    },
    hasNotification: (rowId) => find.get(rowId) !== undefined,
  }
}
