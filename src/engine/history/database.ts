/** Opens the history's file and brings its schema up to date. Not: what is in it. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HistoryError } from './history-error.ts'
import { type Migration, migrations } from './migrations.ts'

/**
 * @param path the file; its folder is made where it is missing
 * @param steps the numbered migrations; a parameter for the tests of migrating itself
 * @throws HistoryError when the file was written by a newer Tocsin; it is left untouched
 */
export function openDatabase(path: string, steps: readonly Migration[] = migrations): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: 5_000 })
  try {
    migrate(database, path, steps)
    configure(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * WAL, so that reading never waits for writing. `synchronous = NORMAL` does not wait for the disk at each commit; the log
 * is brought to the disk within a second, beside the main loop (wal-keeper.ts), so that a power cut costs a moment
 * at most, and a crash of the program nothing. No commit makes a checkpoint: the background thread does.
 */
function configure(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 16777216;
  `)
}

function migrate(database: DatabaseSync, path: string, steps: readonly Migration[]): void {
  const current = schemaVersion(database)
  const newest = steps.at(-1)?.version ?? 0
  if (current > newest) {
    throw new HistoryError(
      `The history was written by a newer Tocsin (its format is ${current}, this one knows ${newest}). ` +
        'Nothing was changed. Update Tocsin, or choose another folder with --data-dir.',
    )
  }
  const due = steps.filter((step) => step.version > current)
  if (due.length === 0) return
  if (current > 0) backUp(database, `${path}.before-format-${newest}`)
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(`CREATE TABLE IF NOT EXISTS migrations (
      version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT`)
    for (const step of due) {
      database.exec(step.sql)
      database.prepare('INSERT INTO migrations (version) VALUES (?)').run(step.version)
    }
    database.exec('COMMIT')
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Kept beside the file, should a user want to go back. One from an earlier try is as good. */
function backUp(database: DatabaseSync, backup: string): void {
  if (!existsSync(backup)) database.prepare('VACUUM INTO ?').run(backup)
}

function schemaVersion(database: DatabaseSync): number {
  const table = database
    .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`)
    .get()
  if (table === undefined) return 0
  return Number(database.prepare('SELECT max(version) AS version FROM migrations').get()?.['version'] ?? 0)
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
