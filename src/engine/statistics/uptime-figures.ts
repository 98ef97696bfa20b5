/** What the periods on disk say about the connection. The tables are small: a few rows a day, for 90 days. */
import type { DatabaseSync } from 'node:sqlite'
import type { Statistics } from '../../contract/statistics.ts'

export type Availability = Statistics['lastDay']
export type Interruption = Statistics['interruptions'][number]

/** Ids of the periods that last; 0 where none does. */
export type OpenIds = { readonly running: number; readonly connected: number }

export type UptimeFigures = {
  /** From `since` to `until`, milliseconds since the epoch; open periods last until `until`. */
  availability(since: number, until: number, open: OpenIds): Availability
  /** The newest first. */
  interruptions(limit: number): Interruption[]
}

/** Milliseconds that a table's periods share with :since to :until. */
const sharedMs = `total(max(0,
  min(iif(period_id = :open, :until, ended_at), :until) - max(started_at, :since)))`

/** Order is by period_id, which a clock that is set back does not disturb. */
const interruptionsSql = `
SELECT ended_at, reason, iif(next_at IS NULL, NULL, (
    SELECT total(max(0, min(r.ended_at, next_at) - max(r.started_at, ended.ended_at))) FROM running_periods AS r
  )) AS lasted_ms
FROM (
  SELECT c.period_id, c.ended_at, c.reason, (
      SELECT n.started_at FROM connected_periods AS n WHERE n.period_id > c.period_id ORDER BY n.period_id LIMIT 1
    ) AS next_at
  FROM connected_periods AS c WHERE c.reason IS NOT NULL ORDER BY c.period_id DESC LIMIT ?
) AS ended
ORDER BY period_id DESC`

export function createUptimeFigures(database: DatabaseSync): UptimeFigures {
  const selectRunning = database.prepare(`SELECT ${sharedMs} AS ms FROM running_periods`)
  const selectConnected = database.prepare(`
    SELECT ${sharedMs} AS ms,
      total(reason IS NOT NULL AND ended_at > :since AND ended_at <= :until) AS interruptions
    FROM connected_periods`)
  const selectInterruptions = database.prepare(interruptionsSql)

  return {
    availability(since, until, open) {
      const runningMs = Number(selectRunning.get({ since, until, open: open.running })?.['ms'])
      const connected = selectConnected.get({ since, until, open: open.connected })
      return {
        connectedShare: runningMs === 0 ? null : Math.min(1, Number(connected?.['ms']) / runningMs),
        interruptions: Number(connected?.['interruptions']),
      }
    },
    interruptions: (limit) =>
      selectInterruptions.all(limit).map((row) => ({
        endedAt: Number(row['ended_at']),
        lastedMs: row['lasted_ms'] === null ? null : Number(row['lasted_ms']),
        reason: String(row['reason']),
      })),
  }
}
