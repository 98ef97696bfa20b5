/** Which buckets a range of time takes in, and which ranges are refused. */
import { Refusal } from '../../contract/refusal.ts'
import type { VolumeUnit } from '../../contract/statistics.ts'

export const unitMs: Readonly<Record<VolumeUnit, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
}
/** As many as a wide chart has pixels. */
export const seriesLimit = 1_500

/** @returns the time since the epoch in that unit (UTC), in full units */
export const placeOf = (unit: VolumeUnit, at: number): number => Math.floor(at / unitMs[unit])

/** @throws Refusal `bad-input` */
export function refuseBadRange(unit: VolumeUnit, from: number, to: number): void {
  if (!Number.isFinite(from) || !Number.isFinite(to)) {
    throw new Refusal(
      'bad-input',
      'The range of time needs two numbers. Give "from" and "to" in milliseconds since 1970.',
    )
  }
  if (from > to) {
    throw new Refusal('bad-input', 'The range of time begins after it ends. Give the earlier time as "from".')
  }
  if (placeOf(unit, to) - placeOf(unit, from) >= seriesLimit) {
    const coarser = unit === 'day' ? '' : ', or ask for longer units'
    throw new Refusal(
      'bad-input',
      `The range of time is longer than ${seriesLimit.toLocaleString('en')} ${unit}s, the most that is given at once. ` +
        `Ask for a shorter range${coarser}.`,
    )
  }
}
