/**
 * Quiet hours: whether a weekly schedule makes an instant quiet, and when that next changes. Pure.
 *
 * The schedule is put together in local time first: what overlaps or touches there is one stretch, whatever the clocks
 * do. Only the ends of a stretch become instants, by Temporal's `compatible` rule: a time that is skipped is as much
 * later as was skipped, one that is there twice is the first. So of two ends within a skipped hour either may come
 * first: a stretch of which nothing is left does not happen, and two that meet are one.
 */
import { Temporal } from 'temporal-polyfill'
import type { QuietHours } from '../../contract/do-not-disturb.ts'

export type QuietMoment = {
  readonly isQuiet: boolean
  /** When `isQuiet` next changes, milliseconds since the epoch; null where it never does. */
  readonly until: number | null
}

/** In minutes since a Monday's 0:00 of local time, or in milliseconds since the epoch; `to` is no part of it. */
type Stretch = { readonly from: number; readonly to: number }

const dayMinutes = 24 * 60
const weekMinutes = 7 * dayMinutes

/**
 * A stretch is shorter than a week, or has no end; so that of now is within the weeks before and after. The second one
 * after: for the only stretch of a week, where it does not happen.
 */
const weeks = [-1, 0, 1, 2] as const

/**
 * Takes about a millisecond: for a timer, not for each notification.
 * @param now milliseconds since the epoch, whole ones
 * @param timeZone a name of the IANA database
 */
export function quietHoursAt(schedule: QuietHours, now: number, timeZone: string): QuietMoment {
  const weekly = schedule.flatMap((hours, day) => (hours === null ? [] : [toStretch(hours, day)]))
  const local = union(weeks.flatMap((week) => weekly.map((stretch) => shifted(stretch, week * weekMinutes))))
  // A gap would come back each week.
  if (local.some(({ from, to }) => to - from >= weekMinutes)) return { isQuiet: true, until: null }
  const toInstant = instantReader(now, timeZone)
  const stretches = union(local.map(({ from, to }) => ({ from: toInstant(from), to: toInstant(to) })))
  const next = stretches.find(({ to }) => to > now)
  if (next === undefined) return { isQuiet: false, until: null }
  return next.from <= now ? { isQuiet: true, until: next.to } : { isQuiet: false, until: next.from }
}

function toStretch({ from, to }: NonNullable<QuietHours[number]>, day: number): Stretch {
  const start = day * dayMinutes + minutesOf(from)
  const end = day * dayMinutes + minutesOf(to)
  return { from: start, to: end > start ? end : end + dayMinutes }
}

function minutesOf(timeOfDay: string): number {
  const { hour, minute } = Temporal.PlainTime.from(timeOfDay)
  return hour * 60 + minute
}

const shifted = ({ from, to }: Stretch, by: number): Stretch => ({ from: from + by, to: to + by })

/** @returns what is in any of them, as few as it takes, in order; those that end before they begin have nothing in them */
function union(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = []
  for (const next of stretches.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last === undefined || next.from > last.to) merged.push(next)
    else merged.splice(-1, 1, { from: last.from, to: Math.max(last.to, next.to) })
  }
  return merged
}

/** @returns what turns minutes since 0:00 on the Monday of this local week into an instant */
function instantReader(now: number, timeZone: string): (minutes: number) => number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).toPlainDateTime()
  return (minutes) =>
    monday.add({ minutes }).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}
