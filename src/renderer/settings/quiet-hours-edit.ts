/** Changes to quiet hours as an editor makes them, and what they say. Pure. */
import type { QuietHours } from '../../contract/do-not-disturb.ts'

export type Span = NonNullable<QuietHours[number]>

/** What a day begins with that had none. */
export const usualSpan: Span = { from: '22:00', to: '07:00' }

/** Days as places in the week, Monday first. */
export const dayRanges = {
  'every-day': [0, 1, 2, 3, 4, 5, 6],
  weekdays: [0, 1, 2, 3, 4],
  weekend: [5, 6],
} as const satisfies Readonly<Record<string, readonly number[]>>

export function withDay(hours: QuietHours, day: number, span: Span | null): QuietHours {
  return hours.map((old, index) => (index === day ? span : old))
}

/** One time of a day; a day without quiet hours stays without. */
export function withTime(hours: QuietHours, day: number, end: keyof Span, time: string): QuietHours {
  const span = hours[day] ?? null
  return span === null ? hours : withDay(hours, day, { ...span, [end]: time })
}

/** Turned on, a day takes the hours of the first day that has some. */
export function withDayOn(hours: QuietHours, day: number): QuietHours {
  return withDay(hours, day, firstSpan(hours, dayRanges['every-day']))
}

/** Gives all of these days the hours of the first of them that has some. */
export function withSameHours(hours: QuietHours, days: readonly number[]): QuietHours {
  const span = firstSpan(hours, days)
  return hours.map((old, index) => (days.includes(index) ? span : old))
}

const firstSpan = (hours: QuietHours, days: readonly number[]): Span =>
  days.map((day) => hours[day] ?? null).find((span) => span !== null) ?? usualSpan

/** Where the hours end, as far as the two times alone do not say it; null on the same day. */
export function endOf({ from, to }: Span): 'whole-day' | 'next-day' | null {
  if (from === to) return 'whole-day'
  return to < from ? 'next-day' : null
}

const timeOfDay = /^([01][0-9]|2[0-3]):[0-5][0-9]$/

export const isTimeOfDay = (text: string): boolean => timeOfDay.test(text)
