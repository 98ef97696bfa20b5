/** Ends that people name by the clock on the wall. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { DoNotDisturbChoice } from '../../contract/do-not-disturb.ts'
import type { SnoozeChoice } from '../../contract/snooze.ts'

const minuteMs = 60_000

/** Before this hour people are still up: their tomorrow is the morning to come. */
const newDayHour = 5

/**
 * 8:00 of the next calendar day; before 5:00 it is the 8:00 of the same day, since at one in the night "until tomorrow"
 * means the coming morning. Where 8:00 is skipped by a change of the clocks, as much later as was skipped; where it is
 * there twice, the first (Temporal's `compatible`).
 * @param now milliseconds since the epoch, whole ones
 * @param timeZone a name of the IANA database
 * @returns milliseconds since the epoch, always after `now`
 */
export function tomorrowAtEight(now: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const day = local.toPlainDate().add({ days: local.hour < newDayHour ? 0 : 1 })
  return day.toZonedDateTime({ timeZone, plainTime: '08:00' }).epochMilliseconds
}

/** @returns when do not disturb ends; `Infinity` where the user ends it */
export function doNotDisturbEnd(
  choice: Exclude<DoNotDisturbChoice, 'off'>,
  now: number,
  timeZone: string,
): number {
  switch (choice) {
    case '30-minutes':
      return now + 30 * minuteMs
    case '1-hour':
      return now + 60 * minuteMs
    case 'until-tomorrow':
      return tomorrowAtEight(now, timeZone)
    case 'until-turned-off':
      return Number.POSITIVE_INFINITY
  }
}

export function snoozeEnd(choice: SnoozeChoice, now: number, timeZone: string): number {
  switch (choice) {
    case '10-minutes':
      return now + 10 * minuteMs
    case '1-hour':
      return now + 60 * minuteMs
    case 'tomorrow':
      return tomorrowAtEight(now, timeZone)
  }
}
