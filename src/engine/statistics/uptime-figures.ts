/** What the periods on disk say about the connection. The tables are small: a few rows a day, for 90 days. */
import type { DatabaseSync } from 'node:sqlite'
import type { Statistics } from '../../contract/statistics.ts'
import { type Span, type UptimePeriod, uptimePeriodLimit, uptimePeriods } from './uptime-periods.ts'

export type Availability = Statistics['lastDay']
export type Interruption = Statistics['interruptions'][number]

/** Ids of the periods that last; 0 where none does. */
export type OpenIds = { readonly running: number; readonly connected: number }

export type UptimeFigures = {
  /** From `since` to `until`, milliseconds since the epoch; open periods last until `until`. */
  availability(since: number, until: number, open: OpenIds): Availability
  /** The newest first. */
  interruptions(limit: number): Interruption[]
  /** @param until as for `availability`; what lies between it and `within.to` nobody was awake for */
  periods(within: Span, until: number, open: OpenIds): UptimePeriod[]
}

/** As many of each kind as can make a timeline of so many. */
const periodsRead = uptimePeriodLimit

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
  const spansOf = (table: string) =>
    database.prepare(`
      SELECT started_at, iif(period_id = :open, :until, ended_at) AS ended_at FROM ${table}
      WHERE iif(period_id = :open, :until, ended_at) > :since ORDER BY period_id DESC LIMIT ${periodsRead}`)
  const selectRuns = spansOf('running_periods')
  const selectConnections = spansOf('connected_periods')
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
    periods(within, until, open) {
      const runs = selectRuns.all({ since: within.from, until, open: open.running }).map(toSpan)
      const connections = selectConnections
        .all({ since: within.from, until, open: open.connected })
        .map(toSpan)
      // What is older than the oldest that was read is not known of.
      const from = Math.max(within.from, ...[runs, connections].map(oldestKnown))
      return uptimePeriods({ from, to: within.to }, runs, connections)
    },
    interruptions: (limit) =>
      selectInterruptions.all(limit).map((row) => ({
        endedAt: Number(row['ended_at']),
        lastedMs: row['lasted_ms'] === null ? null : Number(row['lasted_ms']),
        reason: String(row['reason']),
      })),
  }
}

const toSpan = (row: Readonly<Record<string, unknown>>): Span => ({
  from: Number(row['started_at']),
  to: Number(row['ended_at']),
})

const oldestKnown = (spans: readonly Span[]): number =>
  spans.length < periodsRead ? Number.NEGATIVE_INFINITY : (spans.at(-1)?.from ?? Number.NEGATIVE_INFINITY)
