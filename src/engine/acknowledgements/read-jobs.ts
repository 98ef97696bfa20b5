/**
 * Marking as read that takes longer than a moment, in slices: every row, or every unread row of an acknowledged id.
 * What is left to do is on disk, so that it survives a quit in the middle. Not: what is marked at once (read-marker.ts).
 */
import type { DatabaseSync } from 'node:sqlite'
import type { FrameShapes } from '../history/frame-shape.ts'
import { readWireId } from '../history/wire-id.ts'
import { outboxStates } from './outbox-state.ts'

/** An unread row, with what is needed to mark it. */
export type UnreadRow = {
  readonly rowId: number
  readonly sourceId: number
  readonly typeCode: number
  readonly receivedAt: number
  readonly wireId: string | null
  /** What it was read by before it was marked as unread; null where it never was, or no server was told. */
  readonly acknowledgementId: number | null
}

export type AllReadJob = { readonly beforeRowId: number; readonly readAt: number }
export type IdJob = {
  readonly acknowledgementId: number
  readonly sourceId: number
  readonly wireId: string
  readonly beforeRowId: number
  readonly readAt: number
  /** Confirmed without having been sent: another connection of this client was. */
  readonly isElsewhere: boolean
}

export type ReadJobs = {
  /** The newest rows below `beforeRowId` that are not marked yet, also where `allRead` covers them. */
  unreadBelow(beforeRowId: number, limit: number): readonly UnreadRow[]
  unread(rowId: number): UnreadRow | null
  /** Every row below is read already, though not all of them are marked yet; null when there is no such job. */
  allRead(): AllReadJob | null
  /** How many rows are read already and not marked yet. */
  waitingCount(): number
  /** Whether a slice may yet mark this row. */
  mayReach(rowId: number): boolean
  /** Replaces an earlier one: it covers all of its rows. */
  startAllRead(beforeRowId: number, readAt: number): void
  idJobs(): readonly IdJob[]
  startId(acknowledgementId: number, beforeRowId: number, readAt: number): void
  /** @param beforeRowId where the next slice begins; null when all is done */
  moveAllRead(beforeRowId: number | null): void
  moveIds(from: number, beforeRowId: number | null): void
}

export function createReadJobs(database: DatabaseSync, shapes: FrameShapes): ReadJobs {
  const columns = 'row_id, source_id, type, received_at, acknowledgement_id, shape_id, frame'
  const unread = 'read_at IS NULL AND deletion_id IS NULL'
  const unreadBelow = database.prepare(
    `SELECT ${columns} FROM notifications WHERE row_id < ? AND ${unread} ORDER BY row_id DESC LIMIT ?`,
  )
  const unreadOne = database.prepare(`SELECT ${columns} FROM notifications WHERE row_id = ? AND ${unread}`)
  const allRead = database.prepare(
    'SELECT before_row_id, read_at FROM read_jobs WHERE acknowledgement_id IS NULL',
  )
  const idJobs = database.prepare(
    `SELECT j.acknowledgement_id, j.before_row_id, j.read_at, a.source_id, a.wire_id,
       a.state = ${outboxStates.indexOf('confirmed')} AND a.sent_at IS NULL AS is_elsewhere
     FROM read_jobs AS j JOIN acknowledgements AS a USING (acknowledgement_id)
     WHERE j.before_row_id = (SELECT max(before_row_id) FROM read_jobs WHERE acknowledgement_id IS NOT NULL)`,
  )
  const waiting = database.prepare(
    `SELECT count(*) AS number FROM notifications WHERE ${unread} AND row_id < (
       SELECT before_row_id FROM read_jobs WHERE acknowledgement_id IS NULL)`,
  )
  const reaching = database.prepare('SELECT 1 FROM read_jobs WHERE before_row_id > ? LIMIT 1')
  const start = database.prepare(
    'INSERT INTO read_jobs (before_row_id, read_at, acknowledgement_id) VALUES (?, ?, ?)',
  )
  const moveAll = database.prepare('UPDATE read_jobs SET before_row_id = ? WHERE acknowledgement_id IS NULL')
  const endAll = database.prepare('DELETE FROM read_jobs WHERE acknowledgement_id IS NULL')
  const moveIds = database.prepare(
    'UPDATE read_jobs SET before_row_id = ? WHERE before_row_id = ? AND acknowledgement_id IS NOT NULL',
  )
  const endIds = database.prepare(
    'DELETE FROM read_jobs WHERE before_row_id = ? AND acknowledgement_id IS NOT NULL',
  )
  const toUnreadRow = (row: Readonly<Record<string, unknown>>): UnreadRow => ({
    rowId: Number(row['row_id']),
    sourceId: Number(row['source_id']),
    typeCode: Number(row['type']),
    receivedAt: Number(row['received_at']),
    wireId: readWireId(row, shapes),
    acknowledgementId: row['acknowledgement_id'] === null ? null : Number(row['acknowledgement_id']),
  })

  return {
    unreadBelow(beforeRowId, limit) {
      // One at a time: a frame may have a megabyte.
      const rows: UnreadRow[] = []
      for (const row of unreadBelow.iterate(beforeRowId, limit)) rows.push(toUnreadRow(row))
      return rows
    },
    unread(rowId) {
      const row = unreadOne.get(rowId)
      return row === undefined ? null : toUnreadRow(row)
    },
    allRead() {
      const job = allRead.get()
      if (job === undefined) return null
      return { beforeRowId: Number(job['before_row_id']), readAt: Number(job['read_at']) }
    },
    waitingCount: () => Number(waiting.get()?.['number']),
    mayReach: (rowId) => reaching.get(rowId) !== undefined,
    startAllRead(beforeRowId, readAt) {
      endAll.run()
      start.run(beforeRowId, readAt, null)
    },
    idJobs: () =>
      idJobs.all().map((job) => ({
        acknowledgementId: Number(job['acknowledgement_id']),
        sourceId: Number(job['source_id']),
        wireId: String(job['wire_id']),
        beforeRowId: Number(job['before_row_id']),
        readAt: Number(job['read_at']),
        isElsewhere: job['is_elsewhere'] === 1,
      })),
    startId: (acknowledgementId, beforeRowId, readAt) =>
      void start.run(beforeRowId, readAt, acknowledgementId),
    moveAllRead(beforeRowId) {
      if (beforeRowId === null) endAll.run()
      else moveAll.run(beforeRowId)
    },
    moveIds(from, beforeRowId) {
      if (beforeRowId === null) endIds.run(from)
      else moveIds.run(beforeRowId, from)
    },
  }
}
