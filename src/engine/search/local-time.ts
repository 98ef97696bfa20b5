/** Days and times as a person types them, in the zone of the machine. */

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?$/i

/** @returns milliseconds since the epoch, of a day its beginning; null where it is no date, such as 30 February */
export function readLocalTime(text: string): number | null {
  const found = pattern.exec(text)
  if (found === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map((part) => Number(part ?? 0))
  if (hour > 23 || minute > 59) return null
  const time = new Date(2000, month - 1, day, hour, minute)
  // Not by the constructor, which takes the years 0 to 99 for 1900 to 1999.
  time.setFullYear(year, month - 1, day)
  const isReal = time.getFullYear() === year && time.getMonth() === month - 1 && time.getDate() === day
  return isReal ? time.getTime() : null
}
