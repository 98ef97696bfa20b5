/** How long things took, as histograms on disk. Not: what is measured when. */
import type { DatabaseSync } from 'node:sqlite'
import type { DurationFigures } from '../../contract/statistics.ts'
import { bucketOf, percentile } from './duration-buckets.ts'

/** Codes on disk: they never change. */
const measureCodes = { 'time-to-read': 0, 'acknowledgement-latency': 1, 'delivery-delay': 2 } as const
export type Measure = keyof typeof measureCodes

export type Durations = {
  /** Milliseconds; must run inside the transaction that stores what was measured. */
  add(measure: Measure, durationsMs: readonly number[]): void
  /** Of all that was ever measured. */
  figures(measure: Measure): DurationFigures
}

export function createDurations(database: DatabaseSync): Durations {
  const upsert = database.prepare(
    `INSERT INTO durations (measure, bucket, number) VALUES (?, ?, ?)
     ON CONFLICT (measure, bucket) DO UPDATE SET number = number + excluded.number`,
  )
  const select = database.prepare('SELECT bucket, number FROM durations WHERE measure = ? ORDER BY bucket')

  return {
    add(measure, durationsMs) {
      const numbers = new Map<number, number>()
      for (const durationMs of durationsMs) {
        const bucket = bucketOf(durationMs)
        numbers.set(bucket, (numbers.get(bucket) ?? 0) + 1)
      }
      for (const [bucket, number] of numbers) upsert.run(measureCodes[measure], bucket, number)
    },
    figures(measure) {
      const histogram = select.all(measureCodes[measure]).map(({ bucket, number }) => ({
        bucket: Number(bucket),
        number: Number(number),
      }))
      return {
        medianMs: percentile(histogram, 0.5),
        p95Ms: percentile(histogram, 0.95),
        samples: histogram.reduce((sum, { number }) => sum + number, 0),
      }
    },
  }
}
