/**
 * Reads the wire's timestamps, as Python's `isoformat()` prints them, by their characters. `Date.parse` would take one
 * without a zone for local time, and reads much that is no timestamp.
 */

const dot = 46
const plus = 43
const minus = 45
const colon = 58
const upperT = 84
const upperZ = 90
const zero = 48

/**
 * @param text `YYYY-MM-DDTHH:MM:SS`, then perhaps `.` and digits, then perhaps `Z` or `±HH:MM`
 * @returns milliseconds since the epoch, as if in UTC where no zone is given; null when it is anything else, or before
 *   1970
 */
export function readWireTimestamp(text: string): number | null {
  const at = readSecond(text)
  if (Number.isNaN(at)) return null
  const fractionEnd = endOfFraction(text)
  const zoneMs = readZone(text, fractionEnd)
  return Number.isNaN(zoneMs) ? null : at + fractionMs(text, fractionEnd) - zoneMs
}

function readSecond(text: string): number {
  if (!hasSeparators(text)) return Number.NaN
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const timeMs = within(digits(text, 11, 13), 23) * 3_600_000 + within(digits(text, 14, 16), 59) * 60_000
  const isDate = year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return isDate
    ? daysSince1970(year, month, day) * 86_400_000 + timeMs + within(digits(text, 17, 19), 59) * 1_000
    : Number.NaN
}

const hasSeparators = (text: string): boolean =>
  text.charCodeAt(4) === minus &&
  text.charCodeAt(7) === minus &&
  text.charCodeAt(10) === upperT &&
  text.charCodeAt(13) === colon &&
  text.charCodeAt(16) === colon

/** @returns the place after the fraction's last digit; where there is no fraction, the place after the seconds */
function endOfFraction(text: string): number {
  if (text.charCodeAt(19) !== dot) return 19
  let end = 20
  while (digits(text, end, end + 1) >= 0) end += 1
  // A dot alone is no fraction: the zone is then read from the dot on, which fails.
  return end === 20 ? 19 : end
}

const fractionMs = (text: string, end: number): number =>
  end === 19 ? 0 : digits(text, 20, Math.min(end, 23)) * 10 ** Math.max(0, 23 - end)

/** @returns milliseconds ahead of UTC, 0 where the text ends here, NaN where it goes on with anything else */
function readZone(text: string, from: number): number {
  if (text.length === from) return 0
  const sign = text.charCodeAt(from)
  if (sign === upperZ) return text.length === from + 1 ? 0 : Number.NaN
  const isOffset =
    (sign === plus || sign === minus) && text.length === from + 6 && text.charCodeAt(from + 3) === colon
  if (!isOffset) return Number.NaN
  const minutes =
    within(digits(text, from + 1, from + 3), 23) * 60 + within(digits(text, from + 4, from + 6), 59)
  return (sign === minus ? -minutes : minutes) * 60_000
}

/** @returns NaN when one of them is no digit */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let place = from; place < to; place += 1) {
    const digit = text.charCodeAt(place) - zero
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const within = (value: number, most: number): number => (value <= most ? value : Number.NaN)

/** Years begin in March here, so that a leap day comes last. Quicker than `Date.UTC`. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  const monthsSinceMarch = (month + 9) % 12
  return marchYear * 365 + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 719_469
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
