/** A history file that SQLite can no longer read: set aside whole, and what can be read of it saved into a new one. */
import { existsSync, renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isNotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import { inTransaction } from './database.ts'
import { createFrameShapes, type FrameShape, type FrameShapes, wholeFrame } from './frame-shape.ts'
import { rebuiltFigures } from './migrations.ts'
import { readShapes } from './saved-shapes.ts'
import { toCode } from './type-code.ts'

/** Of rows whose source cannot be told any more. */
const unknownSource = 1

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
 * that were under way are not among it: they cannot be told from those that are done. Nor is how far a server's streams
 * are stored: what was lost with the damage would not come again.
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
  addSource.run(unknownSource, 'unknown')
  const shapes = createFrameShapes(readableShapes(old))
  const insert = fresh.prepare(
    `INSERT OR IGNORE INTO notifications
       (row_id, source_id, type, received_at, stored_after_ms, toast_fate, read_at, pinned_at, shape_id, frame)
     SELECT ?, coalesce((SELECT source_id FROM sources WHERE source_id = ?), ${unknownSource}), ?, ?, 0, 0, ?, ?, ?, ?`,
  )
  // From both ends: the damage in the middle stops each of the two.
  for (const order of ['ASC', 'DESC']) {
    for (const row of readable(old, `SELECT * FROM notifications ORDER BY row_id ${order}`))
      insertRow(insert, row, shapes)
  }
  fresh.exec(`
    UPDATE row_ids SET next_row_id = (SELECT coalesce(max(row_id), 0) + 1 FROM notifications);
    ${rebuiltFigures}`)
  return Number(fresh.prepare('SELECT count(*) AS saved FROM notifications').get()?.['saved'])
}

/** Frames are saved whole: shapes are learnt anew. */
function insertRow(insert: ReturnType<DatabaseSync['prepare']>, row: Row, shapes: FrameShapes): void {
  const code = typeCode(row['type'])
  const frame = readFrame(row, shapes)
  if (code === null || frame === null || Number(row['deletion_id'] ?? 0) !== 0) return
  insert.run(
    ...([Number(row['row_id']), Number(row['source_id']), code, Number(row['received_at'])] as const),
    ...([toTime(row['read_at']), toTime(row['pinned_at']), wholeFrame, frame] as const),
  )
}

const toTime = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** The first format had the type's name. */
function typeCode(type: unknown): number | null {
  if (isNotificationType(type)) return toCode(type)
  return typeof type === 'number' && notificationTypes[type] !== undefined ? type : null
}

/** The first format had no shapes. */
function readFrame(row: Row, shapes: FrameShapes): string | null {
  try {
    const text = row['frame']
    return typeof text === 'string' ? shapes.join(Number(row['shape_id'] ?? wholeFrame), text) : null
  } catch {
    return null
  }
}

function readableShapes(old: DatabaseSync): FrameShape[] {
  try {
    return readShapes(old)
  } catch {
    return []
  }
}

/** The rows up to the first that cannot be read. */
function* readable(old: DatabaseSync, sql: string): Generator<Row> {
  try {
    yield* old.prepare(sql).iterate()
  } catch {
    // What is beyond the damage is lost to this direction.
  }
}
