/** The server's file: its schema, and how it is opened. Not: what is done with it. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { explainFile } from './explain-file.ts'
import { StoreError } from './store-error.ts'

/** The stream of everyone; clients' own are numbered from 1. */
export const everyoneId = 0

const format = 1

/**
 * `streams` is also the list of known clients. A stream is stored from `oldest` to `head` without gaps, so what is
 * removed is always its beginning. `settled_…`: all up to here is acknowledged by this client, or gone, so that what
 * waits is found without looking at what is done with. `all_since`: what was published to everyone before a client was
 * known does not wait for it. A number is never given twice: that of a client that was forgotten is in old cursors.
 */
const schema = `
CREATE TABLE store (epoch TEXT NOT NULL, messages INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;

CREATE TABLE streams (
  stream_id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id TEXT UNIQUE,
  oldest INTEGER NOT NULL DEFAULT 1,
  head INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  settled_own INTEGER NOT NULL DEFAULT 0,
  settled_all INTEGER NOT NULL DEFAULT 0,
  all_since INTEGER NOT NULL DEFAULT 0,
  seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX streams_by_last_seen ON streams (seen_at);

CREATE TABLE messages (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  stream_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  frame TEXT NOT NULL,
  published_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX messages_by_sequence ON messages (stream_id, sequence);
CREATE INDEX messages_by_id ON messages (id);

CREATE TABLE acknowledgements (
  stream_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  client INTEGER NOT NULL,
  acknowledged_at INTEGER NOT NULL,
  PRIMARY KEY (stream_id, sequence, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  stream_id INTEGER NOT NULL,
  client INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  delivered_at INTEGER,
  PRIMARY KEY (stream_id, client, first)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_by_end ON deliveries (stream_id, last);

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  id TEXT NOT NULL,
  client_id TEXT,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (used_at);
`

/** `normal`: a power cut may take the last moments, and what is left is whole. For what can be had again from elsewhere. */
export type Durability = 'full' | 'normal'

/**
 * @param path the file, its folder made where it is missing; null for memory
 * @param epoch a random word, for a store that is new
 * @throws StoreError with what to do, when the file cannot be used; it is left as it is
 */
export function openStoreFile(
  path: string | null,
  epoch: string,
  durability: Durability = 'full',
): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    if (path !== null) mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    database = new DatabaseSync(path ?? ':memory:', { timeout: 1_000 })
    prepareFile(database, path, epoch)
    if (durability === 'normal') database.exec('PRAGMA synchronous = NORMAL')
    return database
  } catch (error) {
    database?.close()
    throw path === null ? error : explainFile(error, path)
  }
}

function prepareFile(database: DatabaseSync, path: string | null, epoch: string): void {
  // Exclusive: one process at a time, and no shared memory file.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
  if (found > format) {
    throw new StoreError(
      `${path} was written by a newer Tocsin (its format is ${found}, this one knows ${format}). ` +
        'Nothing was changed. Update Tocsin, or choose another folder with --data-dir.',
      'newer',
    )
  }
  // FULL: a commit that returned survives a power cut.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
  database.exec(
    'PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 33554432;',
  )
  database.exec('BEGIN IMMEDIATE')
  if (found < format) createTables(database, epoch)
  else touch(database)
  // A file that may not be written SQLite opens for reading, without a word.
  database.exec('UPDATE store SET messages = messages; COMMIT')
}

function createTables(database: DatabaseSync, epoch: string): void {
  database.exec(schema)
  database.prepare('INSERT INTO store VALUES (?, 0, 0)').run(epoch)
  database.prepare('INSERT INTO streams (stream_id, seen_at) VALUES (?, 0)').run(everyoneId)
  database.exec(`PRAGMA user_version = ${format}`)
}

/** Every table, its root and some of it: most damage shows here, and not in the middle of the day. */
function touch(database: DatabaseSync): void {
  for (const table of [
    'store',
    'streams',
    'messages',
    'acknowledgements',
    'deliveries',
    'idempotency_keys',
  ]) {
    database.exec(`SELECT count(*) FROM (SELECT * FROM ${table} LIMIT 100)`)
  }
  database.exec('SELECT count(*) FROM (SELECT * FROM messages ORDER BY position DESC LIMIT 100)')
}
