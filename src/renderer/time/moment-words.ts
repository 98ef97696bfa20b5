/** Times to come in words: when something ends or comes back. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { startOfDay } from './day-label.ts'

/** As in "until …": `14:30`, `tomorrow, 8:00`, `Friday, 8:00`, `3 March, 8:00`; milliseconds since the epoch. */
export function untilWords(i18n: I18n, atMs: number, nowMs: number): string {
  const { t } = i18n
  const time = i18n.formats.shortTime(atMs)
  const day = dayWords(i18n, atMs, nowMs)
  if (day === 'today') return t('time.until.today', { time })
  return day === 'tomorrow' ? t('time.until.tomorrow', { time }) : t('time.until.day', { ...day, time })
}

/** As in "comes back …": `at 14:30`, `tomorrow at 8:00`, `on Friday at 8:00`. */
export function whenWords(i18n: I18n, atMs: number, nowMs: number): string {
  const { t } = i18n
  const time = i18n.formats.shortTime(atMs)
  const day = dayWords(i18n, atMs, nowMs)
  if (day === 'today') return t('time.at.today', { time })
  return day === 'tomorrow' ? t('time.at.tomorrow', { time }) : t('time.at.day', { ...day, time })
}

type DayWords = 'today' | 'tomorrow' | { readonly day: string }

function dayWords({ formats }: I18n, atMs: number, nowMs: number): DayWords {
  const today = startOfDay(nowMs)
  const day = startOfDay(atMs)
  if (day === today) return 'today'
  // Noon of tomorrow is tomorrow, also when a day has 23 or 25 hours.
  if (day === startOfDay(today + 36 * 3_600_000)) return 'tomorrow'
  const isThisWeek = day > today && day - today < 6.5 * 86_400_000
  return { day: formats.date(atMs, isThisWeek ? { weekday: 'long' } : { day: 'numeric', month: 'long' }) }
}
