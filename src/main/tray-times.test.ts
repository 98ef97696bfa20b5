import { describe, expect, it } from 'vitest'
import { createTrayTimes, minutesLeft, secondsLeft } from './tray-times.ts'

describe("the tray's times", () => {
  const monday = Date.UTC(2026, 10, 23, 14, 5)
  const british = createTrayTimes({ locale: 'en-GB', timeZone: 'UTC' })

  it('name the day where it is not today', () => {
    expect(british.moment(Date.UTC(2026, 10, 23, 14, 30), monday)).toBe('14:30')
    expect(british.moment(Date.UTC(2026, 10, 24, 0, 0), monday)).toBe('0:00 tomorrow')
    expect(british.moment(Date.UTC(2026, 10, 29, 8, 0), monday)).toBe('8:00 on Sunday')
    expect(british.moment(Date.UTC(2026, 10, 30, 8, 0), monday)).toBe('8:00 on 30 November')
    expect(british.moment(Date.UTC(2026, 10, 22, 8, 0), monday)).toBe('8:00')
  })

  it("know today by the reader's own calendar, also where the clocks change", () => {
    const newYork = createTrayTimes({ locale: 'en-GB', timeZone: 'America/New_York' })
    const late = Date.UTC(2026, 9, 31, 3, 30) // Friday 23:30 there, two days before its clocks go back
    expect(newYork.moment(Date.UTC(2026, 9, 31, 4, 30), late)).toBe('0:30 tomorrow')
    expect(newYork.moment(Date.UTC(2026, 10, 1, 13, 0), late)).toBe('8:00 on Sunday')
  })

  it("are written in the reader's English, and in British English for everybody else", () => {
    const at = Date.UTC(2026, 10, 23, 14, 30, 12)
    const american = createTrayTimes({ locale: 'en-US', timeZone: 'UTC' })
    expect(american.exactTime(at).replaceAll(/\s/gu, ' ')).toBe('2:30:12 PM')
    for (const locale of ['de-DE', 'en-US@posix', 'en-US-posix', '']) {
      expect(createTrayTimes({ locale, timeZone: 'UTC' }).exactTime(at)).toBe('14:30:12')
    }
  })

  it('count what is left by units that have begun', () => {
    expect([0, 1, 60_000, 60_001, 3_599_999, 3_600_000, 5_100_000].map(minutesLeft)).toEqual([
      ...['0 min', '1 min', '1 min', '2 min', '1 h 0 min', '1 h 0 min', '1 h 25 min'],
    ])
    expect([-5, 0, 1, 1_000, 59_001, 125_000, 3_600_000].map(secondsLeft)).toEqual([
      ...['0 s', '0 s', '1 s', '1 s', '1 min 0 s', '2 min 5 s', '1 h 0 min'],
    ])
  })
})
