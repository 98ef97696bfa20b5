/** Times and durations as the tray says them: in words that fit into a menu, read at `now`. */
export type TrayTimes = {
  /** `14:30`; on another day `8:00 tomorrow`, `8:00 on Monday`, and past a week `8:00 on 7 December`. */
  moment(at: number, now: number): string
  /** `14:30:12` */
  exactTime(at: number): string
}

type Options = {
  /** BCP 47 */
  readonly locale?: string
  /** IANA; without it the computer's own, also after that has changed. */
  readonly timeZone?: string
}

const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale

const second = 1_000
export const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** The words around are English: where that is not the reader's language, its times are written in British English. */
export function createTrayTimes({ locale = systemLocale(), timeZone }: Options = {}): TrayTimes {
  const english = /^en(-[A-Z]{2})?$/.test(locale) ? locale : 'en-GB'
  const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(english, { ...options, timeZone }).format(at)
  /** Days since the epoch, by the calendar of the time zone. */
  const dayNumber = (at: number): number =>
    Date.parse(new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)) / day

  return {
    moment(at, now) {
      const time = format(at, { hour: 'numeric', minute: '2-digit' })
      const daysAhead = dayNumber(at) - dayNumber(now)
      if (daysAhead <= 0) return time
      if (daysAhead === 1) return `${time} tomorrow`
      return `${time} on ${format(at, daysAhead < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' })}`
    },
    exactTime: (at) => format(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  }
}

/** `25 min`, `1 h 25 min`; of a minute that has begun, the whole. */
export function minutesLeft(leftMs: number): string {
  const minutes = Math.max(0, Math.ceil(leftMs / minute))
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** `12 s`, `2 min 5 s`; from an hour on without seconds. */
export function secondsLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / second))
  if (seconds < 60) return `${seconds} s`
  return seconds < 3_600 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : minutesLeft(leftMs)
}
