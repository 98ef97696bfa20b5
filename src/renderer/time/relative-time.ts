/** How long ago something was, in as few words as a list can afford. Not: exact times (`formats.exactTime`). */
import type { I18n } from '../../i18n/create-i18n.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * @param atMs and `nowMs`: milliseconds since the epoch
 * @returns `now` (up to 10 s, and for times to come: clocks differ), `12s ago`, `2m ago`, `3h ago`, `4d ago`
 */
export function relativeTime({ t, formats }: I18n, atMs: number, nowMs: number): string {
  const ageMs = nowMs - atMs
  if (ageMs < 10 * second) return t('time.now')
  if (ageMs < minute) return formats.relative(-Math.floor(ageMs / second), 'second')
  if (ageMs < hour) return formats.relative(-Math.floor(ageMs / minute), 'minute')
  if (ageMs < day) return formats.relative(-Math.floor(ageMs / hour), 'hour')
  return formats.relative(-Math.floor(ageMs / day), 'day')
}

/** Whole seconds until a time, never negative: a countdown shows `1` until it is over. */
export function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / second))
}
