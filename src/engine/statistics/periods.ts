/** Periods on disk, open ones brought forward as they last. Not: what begins or ends them. */
import type { DatabaseSync } from 'node:sqlite'

export type OpenPeriod = {
  /** 0 while it is not on disk. */
  readonly id: number
  bringForward(now: number): void
  /** @param reason why the connection ended; null where that is no interruption */
  end(now: number, reason: string | null): void
}

export type Periods = {
  beginRunning(at: number): OpenPeriod
  beginConnected(sourceId: number, at: number): OpenPeriod
  /** Forgets what ended more than 90 days ago, and the oldest of more than 20,000. */
  prune(now: number): void
}

const keepMs = 90 * 86_400_000
/** A connection that comes and goes every few seconds must not make reading the figures slow. */
const keepPeriods = 20_000

const tables = ['running_periods', 'connected_periods'] as const

const pruneSql = (table: string): string =>
  `DELETE FROM ${table} WHERE ended_at < ? OR period_id <= (SELECT max(period_id) FROM ${table}) - ${keepPeriods}`

export function createPeriods(database: DatabaseSync): Periods {
  const insertRunning = database.prepare('INSERT INTO running_periods (started_at, ended_at) VALUES (?, ?)')
  const updateRunning = database.prepare('UPDATE running_periods SET ended_at = ? WHERE period_id = ?')
  const insertConnected = database.prepare(
    'INSERT INTO connected_periods (source_id, started_at, ended_at, reason) VALUES (?, ?, ?, ?)',
  )
  const updateConnected = database.prepare(
    'UPDATE connected_periods SET ended_at = ?, reason = ? WHERE period_id = ?',
  )
  const forget = tables.map((table) => database.prepare(pruneSql(table)))

  return {
    beginRunning: (at) =>
      openPeriod(
        at,
        (endedAt) => Number(insertRunning.run(at, endedAt).lastInsertRowid),
        (id, endedAt) => void updateRunning.run(endedAt, id),
      ),
    beginConnected: (sourceId, at) =>
      openPeriod(
        at,
        (endedAt, reason) => Number(insertConnected.run(sourceId, at, endedAt, reason).lastInsertRowid),
        (id, endedAt, reason) => void updateConnected.run(endedAt, reason, id),
      ),
    prune(now) {
      for (const each of forget) whereDiskAllows(() => each.run(now - keepMs))
    },
  }
}

function openPeriod(
  startedAt: number,
  insert: (endedAt: number, reason: string | null) => number,
  update: (id: number, endedAt: number, reason: string | null) => void,
): OpenPeriod {
  let id = 0
  let endedAt = startedAt

  function write(now: number, reason: string | null): void {
    // A clock that is corrected by a little may go back.
    endedAt = Math.max(endedAt, now)
    whereDiskAllows(() => {
      if (id === 0) id = insert(endedAt, reason)
      else update(id, endedAt, reason)
    })
  }

  write(startedAt, null)
  return {
    get id() {
      return id
    },
    bringForward: (now) => write(now, null),
    end: write,
  }
}

/** A disk that refuses must not end the connection that is being noted: the ingest tells of it, and a period waits. */
function whereDiskAllows(write: () => void): void {
  try {
    write()
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ERR_SQLITE_ERROR')) throw fault
  }
}
