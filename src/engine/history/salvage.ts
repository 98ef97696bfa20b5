/** A history file that SQLite can no longer read: set aside whole, and what can be read of it saved into a new one. */
import { existsSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isNotificationType } from '../../protocol/notification.ts'
import { inTransaction } from './database.ts'

/** The numbers that SQLite gives a file that is damaged, and one that is no database at all. */
const damaged = new Set([11, 26])

export function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && damaged.has(Number(error.errcode) & 0xff)
}

/** @returns the name that the file has now; its journal goes with it */
export function setAside(path: string, now: number): string {
  const aside = `${path}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  return aside
}

type Row = Readonly<Record<string, unknown>>

/**
 * Copies what can be read of a damaged file: each notification with its source and its read mark. Acknowledgements
 * that were under way are not among it: they cannot be told from those that are done.
 * @param fresh a new history, with nothing in it
 * @returns how many notifications were saved
 */
export function salvage(aside: string, fresh: DatabaseSync): number {
  let old: DatabaseSync
  try {
    old = new DatabaseSync(aside, { readOnly: true })
  } catch {
    return 0
  }
  try {
    return inTransaction(fresh, () => copyRows(old, fresh))
  } finally {
    old.close()
  }
}

function copyRows(old: DatabaseSync, fresh: DatabaseSync): number {
  const addSource = fresh.prepare('INSERT OR IGNORE INTO sources (source_id, address) VALUES (?, ?)')
  for (const source of readable(old, 'SELECT source_id, address FROM sources')) {
    addSource.run(Number(source['source_id']), String(source['address']))
  }
  addSource.run(1, 'unknown')
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO notifications (row_id, source_id, type, wire_id, received_at, read_at, frame)
     SELECT ?, coalesce((SELECT source_id FROM sources WHERE source_id = ?), 1), ?, ?, ?, ?, ?`,
  )
  const columns = 'row_id, source_id, type, wire_id, received_at, read_at, frame'
  // From both ends: the damage in the middle stops each of the two.
  for (const order of ['ASC', 'DESC']) {
    for (const row of readable(old, `SELECT ${columns} FROM notifications ORDER BY row_id ${order}`))
      insertRow(insert, row)
  }
  fresh.exec(`
    UPDATE counts SET
      total = (SELECT count(*) FROM notifications AS n WHERE n.type = counts.type),
      unread = (SELECT count(*) FROM notifications AS n WHERE n.type = counts.type AND n.read_at IS NULL)`)
  return Number(fresh.prepare('SELECT count(*) AS saved FROM notifications').get()?.['saved'])
}

function insertRow(insert: ReturnType<DatabaseSync['prepare']>, row: Row): void {
  const { row_id, source_id, type, wire_id, received_at, read_at, frame } = row
  if (!isNotificationType(type) || typeof frame !== 'string') return
  insert.run(
    ...([Number(row_id), Number(source_id), type] as const),
    ...([typeof wire_id === 'string' ? wire_id : null, Number(received_at)] as const),
    ...([read_at === null ? null : Number(read_at), frame] as const),
  )
}

/** The rows up to the first that cannot be read. */
function* readable(old: DatabaseSync, sql: string): Generator<Row> {
  try {
    yield* old.prepare(sql).iterate()
  } catch {
    // What is beyond the damage is lost to this direction.
  }
}
