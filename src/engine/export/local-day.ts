/** A day in local time, as people name it: for names of files. */

/** @param now milliseconds since the epoch. @returns `2026-11-25` */
export function localDay(now: number): string {
  const day = new Date(now)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
