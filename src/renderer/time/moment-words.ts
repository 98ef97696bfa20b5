/** Times to come in words: when something ends or comes back. Pure. */
import { startOfDay } from './day-label.ts'
import { locale } from './locale.ts'

export type MomentWords = {
  /** As in "until …": `14:30`, `tomorrow, 8:00`, `Friday, 8:00`, `3 March, 8:00`; milliseconds since the epoch. */
  untilWords(atMs: number, nowMs: number): string
  /** As in "comes back …": `at 14:30`, `tomorrow at 8:00`, `on Friday at 8:00`. */
  whenWords(atMs: number, nowMs: number): string
}

export function createMomentWords(language: string): MomentWords {
  const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' })
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long' })
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })

  /** Null for today. */
  function dayWords(atMs: number, nowMs: number): string | null {
    const today = startOfDay(nowMs)
    const day = startOfDay(atMs)
    if (day === today) return null
    // Noon of tomorrow is tomorrow, also when a day has 23 or 25 hours.
    if (day === startOfDay(today + 36 * 3_600_000)) return 'tomorrow'
    const isThisWeek = day > today && day - today < 6.5 * 86_400_000
    return (isThisWeek ? weekday : date).format(atMs)
  }

  return {
    untilWords(atMs, nowMs) {
      const day = dayWords(atMs, nowMs)
      return day === null ? clock.format(atMs) : `${day}, ${clock.format(atMs)}`
    },
    whenWords(atMs, nowMs) {
      const day = dayWords(atMs, nowMs)
      if (day === null) return `at ${clock.format(atMs)}`
      return `${day === 'tomorrow' ? day : `on ${day}`} at ${clock.format(atMs)}`
    },
  }
}

/** In the reader's own English. */
export const { untilWords, whenWords } = createMomentWords(locale)
