/**
 * The thread's own connection to the history: exports read through it, and it writes the log back to the file. It
 * changes nothing else.
 */
import { DatabaseSync } from 'node:sqlite'

/** @param historyPath the file; the main thread has made it, with its schema */
export function openHistoryConnection(historyPath: string): DatabaseSync {
  const database = new DatabaseSync(historyPath, { timeout: 5_000 })
  database.exec('PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;')
  return database
}

/** PASSIVE: it neither waits for anyone nor lets anyone wait. @returns pages that could not be written back yet */
export function checkpoint(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  return Math.max(0, Number(row?.['log']) - Number(row?.['checkpointed']))
}
