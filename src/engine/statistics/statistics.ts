/** The figures of the contract, put together from what volume, durations and uptime keep. */
import type { Series, Statistics, VolumeUnit } from '../../contract/statistics.ts'
import type { Durations } from './durations.ts'
import type { Uptime } from './uptime.ts'
import type { Volume } from './volume.ts'

export type StatisticsDeps = {
  readonly volume: Pick<Volume, 'perMinute' | 'series'>
  readonly durations: Pick<Durations, 'figures'>
  readonly uptime: Pick<Uptime, 'availability' | 'interruptions' | 'periods'>
}

export type StatisticsReader = {
  /** @param now milliseconds since the epoch */
  read(now: number): Statistics
  /** @throws Refusal `bad-input`, see Volume */
  series(unit: VolumeUnit, from: number, to: number): Series
}

const dayMs = 86_400_000
const interruptionsShown = 20

export function createStatistics({ volume, durations, uptime }: StatisticsDeps): StatisticsReader {
  return {
    read: (now) => ({
      perMinute: volume.perMinute(now),
      timeToRead: durations.figures('time-to-read'),
      acknowledgementLatency: durations.figures('acknowledgement-latency'),
      deliveryDelay: durations.figures('delivery-delay'),
      lastDay: uptime.availability(now - dayMs, now),
      lastWeek: uptime.availability(now - 7 * dayMs, now),
      uptime: uptime.periods(now - 7 * dayMs, now),
      interruptions: uptime.interruptions(interruptionsShown),
    }),
    series: volume.series,
  }
}
