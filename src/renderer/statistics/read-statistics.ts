/** What the cards ask the engine for, and how often. */
import type { ContractClient } from '../../contract/client.ts'
import type { NoiseReport } from '../../contract/noise-report.ts'
import type { Statistics } from '../../contract/statistics.ts'
import type { Pace } from './fresh-reader.ts'
import { type Bar, toBars } from './volume-bars.ts'
import { barStretches, unitOf, type VolumeRange } from './volume-range.ts'

export type VolumeView = {
  readonly range: VolumeRange
  /** When it was asked for; milliseconds since the epoch. */
  readonly at: number
  readonly bars: readonly Bar[]
}

export const statisticsPace: Pace = { gapMs: 3_000, maxAgeMs: 20_000 }
/** It goes through thousands of notifications. */
export const noisePace: Pace = { gapMs: 30_000, maxAgeMs: 300_000 }

export const readStatistics = (client: ContractClient): Promise<Statistics> =>
  client.call('getStatistics', {})

export const readNoise = (client: ContractClient): Promise<NoiseReport> => client.call('getNoiseReport', {})

export async function readVolume(
  client: ContractClient,
  range: VolumeRange,
  at: number,
): Promise<VolumeView> {
  const stretches = barStretches(range, at)
  const { buckets } = await client.call('getSeries', {
    ...{ unit: unitOf(range), from: stretches[0]?.from ?? at, to: at },
  })
  return { range, at, bars: toBars(stretches, buckets) }
}
