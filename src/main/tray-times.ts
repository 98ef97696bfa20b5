/** Times and durations as the tray says them: in words that fit into a menu. Pure. */
import type { I18n } from '../i18n/create-i18n.ts'

/** When and by whom something is read. */
export type Reader = {
  readonly i18n: I18n
  readonly now: number
  /** A name of the IANA database: given each time, since the computer's own may change. */
  readonly timeZone: string
}

const second = 1_000
export const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** `14:30`; on another day `8:00 tomorrow`, `8:00 on Monday`, and past a week `8:00 on 7 December`. */
export function moment({ i18n: { t, formats }, now, timeZone }: Reader, at: number): string {
  const time = formats.date(at, { hour: 'numeric', minute: '2-digit', timeZone })
  const daysAhead = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (daysAhead <= 0) return time
  if (daysAhead === 1) return t('tray.moment.tomorrow', { time })
  const options =
    daysAhead < 7 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'long' } as const)
  return t('tray.moment.day', { time, day: formats.date(at, { ...options, timeZone }) })
}

/** Days since the epoch, by the calendar of the time zone. */
const dayNumber = (at: number, timeZone: string): number =>
  Date.parse(new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)) / day

/** `14:30:12` */
export const exactTime = ({ i18n, timeZone }: Reader, at: number): string =>
  i18n.formats.date(at, { timeStyle: 'medium', timeZone })

/** `25 min`, `1 h 25 min`; of a minute that has begun, the whole. */
export function minutesLeft({ t }: I18n, leftMs: number): string {
  const minutes = Math.max(0, Math.ceil(leftMs / minute))
  if (minutes < 60) return t('tray.left.minutes', { minutes })
  return t('tray.left.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** `12 s`, `2 min 5 s`; from an hour on without seconds. */
export function secondsLeft(i18n: I18n, leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / second))
  if (seconds < 60) return i18n.t('tray.left.seconds', { seconds })
  if (seconds >= 3_600) return minutesLeft(i18n, leftMs)
  return i18n.t('tray.left.minutes-seconds', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}
