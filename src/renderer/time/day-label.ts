/** The day a time belongs to, by the reader's own calendar: what the list is grouped by. */
import type { I18n } from '../../i18n/create-i18n.ts'

/** The first millisecond of the day, local time. */
export function startOfDay(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0)
}

/** @returns `Today`, `Yesterday`, `Friday 21 November`, or with the year where it is another */
export function dayLabel({ t, formats }: I18n, atMs: number, nowMs: number): string {
  const today = startOfDay(nowMs)
  const day = startOfDay(atMs)
  if (day === today) return t('time.today')
  // Half a day before midnight is yesterday even when a day has 23 or 25 hours.
  if (day === startOfDay(today - 12 * 3_600_000)) return t('time.yesterday')
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear()
  return formats.date(
    atMs,
    isThisYear ? { weekday: 'long', day: 'numeric', month: 'long' } : { dateStyle: 'long' },
  )
}
