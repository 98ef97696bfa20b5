/** The timeline of the connection, cut to what is looked at. Pure. */
import type { Statistics } from '../../contract/statistics.ts'

export const uptimeRanges = ['day', 'week'] as const
export type UptimeRange = (typeof uptimeRanges)[number]

export type UptimePeriod = Statistics['uptime'][number]
export type UptimeState = UptimePeriod['state']

export type UptimeWindow = {
  /** Milliseconds since the epoch. */
  readonly from: number
  readonly to: number
  /** Oldest first; what is left out at the beginning is not known. */
  readonly periods: readonly UptimePeriod[]
  readonly spentMs: Readonly<Record<UptimeState, number>>
  /** The newest first. */
  readonly interruptions: Statistics['interruptions']
  /** How many there were, which may be more than are listed. */
  readonly interruptionCount: number
  readonly connectedShare: number | null
}

const rangeMs: Readonly<Record<UptimeRange, number>> = { day: 86_400_000, week: 7 * 86_400_000 }

export function uptimeWindow(statistics: Statistics, range: UptimeRange): UptimeWindow | null {
  const to = statistics.uptime.at(-1)?.to
  if (to === undefined) return null
  const from = to - rangeMs[range]
  const periods = statistics.uptime
    .filter((period) => period.to > from)
    .map((period) => ({ ...period, from: Math.max(period.from, from) }))
  const figures = range === 'day' ? statistics.lastDay : statistics.lastWeek
  return {
    ...{ from, to, periods, spentMs: spentIn(periods) },
    interruptions: statistics.interruptions.filter(({ endedAt }) => endedAt > from),
    interruptionCount: figures.interruptions,
    connectedShare: figures.connectedShare === null ? null : roundedDown(figures.connectedShare),
  }
}

/** To a tenth of a per cent: what was interrupted was not connected all the time. */
const roundedDown = (share: number): number => Math.floor(share * 1_000 + 1e-9) / 1_000

function spentIn(periods: readonly UptimePeriod[]): UptimeWindow['spentMs'] {
  const spent = { connected: 0, disconnected: 0, 'not-running': 0 }
  for (const { state, from, to } of periods) spent[state] += to - from
  return spent
}
