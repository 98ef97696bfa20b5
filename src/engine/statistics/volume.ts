/** How much arrived in each minute, hour and day: tables kept with the rows. Deleting rows does not change them. */
import type { DatabaseSync } from 'node:sqlite'
import type { Series, VolumeUnit } from '../../contract/statistics.ts'
import { placeOf, refuseBadRange, unitMs } from './series-range.ts'
import { coarser, type Tally, tallyByMinute, type VolumeRow } from './volume-tally.ts'

export type Volume = {
  /** Must run inside the transaction that stores the rows. */
  add(rows: readonly VolumeRow[]): void
  /**
   * The buckets from the one that holds `from` to the one that holds `to`, both milliseconds since the epoch; oldest
   * first, and without those in which nothing came.
   * @throws Refusal `bad-input` when that is no range, or wider than 1,500 buckets
   */
  series(unit: VolumeUnit, from: number, to: number): Series
  /** Notifications a minute, over the last five full minutes. */
  perMinute(now: number): number
  /**
   * Forgets minutes older than two days, at most 1,000 at a time, so that it never holds anything up: what is left
   * falls with the next calls. Days stay, and so do hours, whose row ids a search by date goes by.
   */
  prune(now: number): void
}

const rateMinutes = 5
const keepMinutes = 2 * 24 * 60
const pruneAtOnce = 1_000

const counts = 'info, warning, error, success'
const addCounts = `info = info + excluded.info, warning = warning + excluded.warning,
  error = error + excluded.error, success = success + excluded.success`

const upsert = (unit: VolumeUnit): string =>
  `INSERT INTO volume_by_${unit} (bucket, ${counts}) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (bucket) DO UPDATE SET ${addCounts}`

const upsertHour = `
  INSERT INTO volume_by_hour (bucket, ${counts}, first_row_id, last_row_id) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (bucket) DO UPDATE SET ${addCounts},
    first_row_id = min(first_row_id, excluded.first_row_id),
    last_row_id = max(last_row_id, excluded.last_row_id)`

const range = (unit: VolumeUnit): string =>
  `SELECT bucket, ${counts} FROM volume_by_${unit} WHERE bucket BETWEEN ? AND ? ORDER BY bucket`

export function createVolume(database: DatabaseSync): Volume {
  const addMinute = database.prepare(upsert('minute'))
  const addHour = database.prepare(upsertHour)
  const addDay = database.prepare(upsert('day'))
  const select = {
    minute: database.prepare(range('minute')),
    hour: database.prepare(range('hour')),
    day: database.prepare(range('day')),
  }
  const selectSum = database.prepare(
    `SELECT total(info + warning + error + success) AS number FROM volume_by_minute WHERE bucket BETWEEN ? AND ?`,
  )
  const forget = database.prepare(
    `DELETE FROM volume_by_minute WHERE bucket IN
       (SELECT bucket FROM volume_by_minute WHERE bucket < ? ORDER BY bucket LIMIT ${pruneAtOnce})`,
  )

  const countsOf = ({ bucket, info, warning, error, success }: Tally) =>
    [bucket, info, warning, error, success] as const

  return {
    add(rows) {
      const minutes = tallyByMinute(rows)
      const hours = coarser(minutes, 60)
      for (const tally of minutes) addMinute.run(...countsOf(tally))
      for (const tally of hours) addHour.run(...countsOf(tally), tally.firstRowId, tally.lastRowId)
      for (const tally of coarser(hours, 24)) addDay.run(...countsOf(tally))
    },
    series(unit, from, to) {
      refuseBadRange(unit, from, to)
      const rows = select[unit].all(placeOf(unit, from), placeOf(unit, to))
      return {
        buckets: rows.map((row) => ({
          at: Number(row['bucket']) * unitMs[unit],
          info: Number(row['info']),
          warning: Number(row['warning']),
          error: Number(row['error']),
          success: Number(row['success']),
        })),
      }
    },
    perMinute(now) {
      const minute = placeOf('minute', now)
      return Number(selectSum.get(minute - rateMinutes, minute - 1)?.['number']) / rateMinutes
    },
    prune: (now) => void forget.run(placeOf('minute', now) - keepMinutes),
  }
}
