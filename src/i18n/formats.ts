/** Dates, times, numbers and spans as a locale writes them, by `Intl`. Times are milliseconds since the epoch. */

export type Formats = {
  readonly locale: string
  /** `1,234.5` */
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** `99.5 %` of a share from 0 to 1 */
  percent(share: number): string
  date(atMs: number, options: Intl.DateTimeFormatOptions): string
  /** `Monday, 24 November 2025 at 14:05:09` */
  exactTime(atMs: number): string
  /** `14:05:09` */
  clockTime(atMs: number): string
  /** `14:05` */
  shortTime(atMs: number): string
  /** `12s ago`, `in 3 h`: as short as the locale has it. */
  relative(value: number, unit: Intl.RelativeTimeFormatUnit): string
  /** `12 s`, `3 min`: a number with its unit, as short as the locale has it. */
  unit(value: number, unit: 'second' | 'minute' | 'hour' | 'day' | 'millisecond'): string
  /** `a, b and c` */
  list(items: readonly string[]): string
}

/** Each is made when it is first asked for: making one costs more than a frame has room for. */
export function createFormats(locale: string): Formats {
  const numbers = cached((options) => new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions))
  const dates = cached((options) => new Intl.DateTimeFormat(locale, options as Intl.DateTimeFormatOptions))
  const relatives = cached(
    (options) => new Intl.RelativeTimeFormat(locale, options as Intl.RelativeTimeFormatOptions),
  )
  const lists = cached((options) => new Intl.ListFormat(locale, options as Intl.ListFormatOptions))
  return {
    locale,
    number: (value, options = {}) => numbers(options).format(value),
    percent: (share) => numbers({ style: 'percent', maximumFractionDigits: 1 }).format(share),
    date: (atMs, options) => dates(options).format(atMs),
    exactTime: ofTheSecond((atMs) => dates({ dateStyle: 'full', timeStyle: 'medium' }).format(atMs)),
    clockTime: (atMs) => dates({ timeStyle: 'medium' }).format(atMs),
    shortTime: (atMs) => dates({ hour: 'numeric', minute: '2-digit' }).format(atMs),
    relative: (value, unit) => relatives({ style: 'narrow', numeric: 'always' }).format(value, unit),
    unit: (value, unit) =>
      numbers({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value),
    list: (items) => lists({ type: 'conjunction' }).format(items),
  }
}

/** By the options' text: they are few, and written in the code. */
function cached<Made>(make: (options: object) => Made): (options: object) => Made {
  const made = new Map<string, Made>()
  return (options) => {
    const key = JSON.stringify(options)
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(options)
    made.set(key, fresh)
    return fresh
  }
}

/** For times that are written to the second: of those that come together, all but the first are known. */
function ofTheSecond(write: (atMs: number) => string): (atMs: number) => string {
  let second = Number.NaN
  let written = ''
  return (atMs) => {
    const wanted = Math.floor(atMs / 1_000)
    if (wanted !== second) {
      written = write(atMs)
      second = wanted
    }
    return written
  }
}
