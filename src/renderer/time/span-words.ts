/** How long something took, in one unit that people think in. Not: how long ago (`relative-time.ts`). */
import type { I18n } from '../../i18n/create-i18n.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** @returns `340 ms`, `3.2 sec`, `12 min`, `1.5 hr`, `3 days`, as the locale writes them */
export function spanWords({ formats }: I18n, spanMs: number): string {
  // Rounded first: 59,999 ms is a minute, and not 60 seconds.
  if (Math.round(spanMs) < second) return formats.unit(Math.round(spanMs), 'millisecond')
  if (tenths(spanMs / second) < 60) return formats.unit(tenths(spanMs / second), 'second')
  if (tenths(spanMs / minute) < 60) return formats.unit(tenths(spanMs / minute), 'minute')
  if (tenths(spanMs / hour) < 48) return formats.unit(tenths(spanMs / hour), 'hour')
  return formats.unit(tenths(spanMs / day), 'day')
}

/** From ten on a tenth says nothing. */
const tenths = (value: number): number => (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value))
