/** Spans of time and days for sentences. Pure. */
import { type Wording, worded } from '../../i18n/wording.ts'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** @returns `3 days`, `1 hour`, `12 seconds`: in the largest unit that fits */
export function howLong(ms: number): Wording {
  const [unit, unitMs] = units.find(([, each]) => ms >= each) ?? (['second', 1_000] as const)
  return worded(`engine-diagnosis.span.${unit}`, { count: Math.max(0, Math.floor(ms / unitMs)) })
}

/** In world time, as certificates have it. @returns `2027-03-31` */
export const worldDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
