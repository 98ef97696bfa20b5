/** The day of a time, by this computer's zone, as searches take it. */

/** @param atMs milliseconds since the epoch. @returns as `2026-01-31` */
export function dayOf(atMs: number): string {
  const at = new Date(atMs)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
