/** Which stretches of time the volume can be looked at in, and what to ask for each. Pure. */
import type { VolumeUnit } from '../../contract/statistics.ts'
import { startOfDay } from '../time/day-label.ts'

export const volumeRanges = ['hour', 'two-days', 'month'] as const
export type VolumeRange = (typeof volumeRanges)[number]

/** Milliseconds since the epoch. */
export type Stretch = { readonly from: number; readonly to: number }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** A bar each, oldest first, the last one under way. */
export function barStretches(range: VolumeRange, nowMs: number): readonly Stretch[] {
  switch (range) {
    case 'hour':
      return equalStretches(minuteMs, 60, nowMs)
    case 'two-days':
      return equalStretches(hourMs, 48, nowMs)
    case 'month':
      return Array.from({ length: 30 }, (_, index) => localDay(nowMs, index - 29))
  }
}

/** What the engine counts in. A local day is made of its hours: its own days are those of UTC. */
export const unitOf = (range: VolumeRange): VolumeUnit => (range === 'hour' ? 'minute' : 'hour')

/** Minutes and hours as the engine counts them: full ones of UTC. */
function equalStretches(unitMs: number, count: number, nowMs: number): readonly Stretch[] {
  const last = Math.floor(nowMs / unitMs)
  return Array.from({ length: count }, (_, index) => {
    const from = (last - count + 1 + index) * unitMs
    return { from, to: from + unitMs }
  })
}

/** By the calendar: a day may have 23 or 25 hours. */
function localDay(nowMs: number, offset: number): Stretch {
  const today = new Date(startOfDay(nowMs))
  const at = (days: number): number =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days).getTime()
  return { from: at(offset), to: at(offset + 1) }
}
