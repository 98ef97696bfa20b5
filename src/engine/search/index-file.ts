/**
 * The search index's file, with the history beside it. All in it is derived: an index that is damaged, of another
 * format or of another history is begun anew.
 */
import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

export type SearchFiles = { readonly indexPath: string; readonly historyPath: string }

/** Counts up with every change of the schema, of `tokenise` or of `facets.ts`. */
const format = 3

/** Combining marks are letters: `tokenise` leaves only those in the text that belong to words. */
export const ftsTokenizer = `unicode61 remove_diacritics 2 categories 'L* N* M* Co'`

/**
 * One column, with facets (facets.ts): smaller and faster than a column each. Merging sixteen segments at a time in
 * place of four makes indexing a fifth cheaper; when there is nothing else to do they become one (indexer.ts).
 */
const schema = `
  CREATE VIRTUAL TABLE words USING fts5(text, content = '', contentless_delete = 1, prefix = '2',
    tokenize = "${ftsTokenizer}");
  INSERT INTO words (words, rank) VALUES ('automerge', 16);
  CREATE TABLE index_state (
    format INTEGER NOT NULL, history TEXT NOT NULL, indexed_up_to INTEGER NOT NULL, merged_up_to INTEGER NOT NULL
  ) STRICT;
`

/**
 * A connection to the index, where the history can be read: its tables need no prefix.
 * @param files the history must exist, and be of the newest schema
 * @throws SQLite's error when the history cannot be read, or the index cannot be written
 */
export function openIndexFile({ indexPath, historyPath }: SearchFiles): DatabaseSync {
  const known = existsSync(indexPath) ? openKnown(indexPath) : null
  if (known !== null) {
    if (withHistory(known, historyPath, isOfThisHistory)) return known
    known.close()
  }
  removeIndexFile(indexPath)
  const fresh = connect(indexPath)
  withHistory(fresh, historyPath, begin)
  return fresh
}

/** No connection may have it open. */
export function removeIndexFile(indexPath: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(indexPath + suffix, { force: true })
}

/** What a power cut takes from the index's end is indexed again: NORMAL is enough. */
function connect(indexPath: string): DatabaseSync {
  const database = new DatabaseSync(indexPath, { timeout: 5_000 })
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -8000;
      PRAGMA journal_size_limit = 16777216;
    `)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** @returns null when what is there is no index of this format, or damaged */
function openKnown(indexPath: string): DatabaseSync | null {
  let database: DatabaseSync | null = null
  try {
    database = connect(indexPath)
    const state = database.prepare('SELECT format FROM index_state').get()
    database.prepare(`SELECT rowid FROM words WHERE words MATCH '"a"' ORDER BY rowid DESC LIMIT 1`).get()
    if (state?.['format'] === format) return database
  } catch (error) {
    if (isBusy(error)) {
      database?.close()
      throw error
    }
  }
  database?.close()
  return null
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5

/**
 * Read-only, so that a transaction here never holds the history's lock: BEGIN IMMEDIATE takes it of every file that
 * can be written.
 */
function withHistory<Result>(
  database: DatabaseSync,
  historyPath: string,
  next: (database: DatabaseSync) => Result,
): Result {
  try {
    database.prepare('ATTACH ? AS history').run(`${pathToFileURL(historyPath).href}?mode=ro`)
    database.exec('PRAGMA history.cache_size = -8000')
    return next(database)
  } catch (error) {
    database.close()
    throw error
  }
}

/** When the history's file was begun, and the row id that it gives next. */
function historyOf(database: DatabaseSync): { begunAt: string; nextRowId: number } {
  const begun = database.prepare('SELECT applied_at FROM history.migrations ORDER BY version LIMIT 1').get()
  const ids = database.prepare('SELECT next_row_id FROM history.row_ids').get()
  return { begunAt: String(begun?.['applied_at']), nextRowId: Number(ids?.['next_row_id']) }
}

function isOfThisHistory(database: DatabaseSync): boolean {
  const state = database.prepare('SELECT history, indexed_up_to FROM index_state').get()
  const { begunAt, nextRowId } = historyOf(database)
  return state?.['history'] === begunAt && Number(state['indexed_up_to']) < nextRowId
}

function begin(database: DatabaseSync): void {
  database.exec(`BEGIN; ${schema}`)
  database.prepare('INSERT INTO index_state VALUES (?, ?, 0, 0)').run(format, historyOf(database).begunAt)
  database.exec('COMMIT')
}
