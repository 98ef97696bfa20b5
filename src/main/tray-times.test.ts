import { describe, expect, it } from 'vitest'
import { createI18n } from '../i18n/create-i18n.ts'
import { en } from '../i18n/en.ts'
import { chinese, english, german } from '../i18n/i18n-under-test.ts'
import { exactTime, minutesLeft, moment, secondsLeft } from './tray-times.ts'

describe("the tray's times", () => {
  const monday = Date.UTC(2026, 10, 23, 14, 5)
  const british = { i18n: english, now: monday, timeZone: 'UTC' }

  it('name the day where it is not today', () => {
    expect(moment(british, Date.UTC(2026, 10, 23, 14, 30))).toBe('14:30')
    expect(moment(british, Date.UTC(2026, 10, 24, 0, 0))).toBe('0:00 tomorrow')
    expect(moment(british, Date.UTC(2026, 10, 29, 8, 0))).toBe('8:00 on Sunday')
    expect(moment(british, Date.UTC(2026, 10, 30, 8, 0))).toBe('8:00 on 30 November')
    expect(moment(british, Date.UTC(2026, 10, 22, 8, 0))).toBe('8:00')
  })

  it("know today by the reader's own calendar, also where the clocks change", () => {
    const late = Date.UTC(2026, 9, 31, 3, 30) // Friday 23:30 there, two days before its clocks go back
    const newYork = { i18n: english, now: late, timeZone: 'America/New_York' }
    expect(moment(newYork, Date.UTC(2026, 9, 31, 4, 30))).toBe('0:30 tomorrow')
    expect(moment(newYork, Date.UTC(2026, 10, 1, 13, 0))).toBe('8:00 on Sunday')
  })

  it("are written as the reader's language has them", () => {
    const sunday = Date.UTC(2026, 10, 29, 8, 0)
    expect(moment({ ...british, i18n: german }, sunday)).toBe('Sonntag, 8:00')
    expect(moment({ ...british, i18n: chinese }, sunday)).toBe('星期日 8:00')
    const american = { ...british, i18n: createI18n('en', 'en-US', en) }
    const at = Date.UTC(2026, 10, 23, 14, 30, 12)
    expect(exactTime(american, at).replaceAll(/\s/gu, ' ')).toBe('2:30:12 PM')
    expect(exactTime(british, at)).toBe('14:30:12')
  })

  it('count what is left by units that have begun', () => {
    const inMinutes = (leftMs: number) => minutesLeft(english, leftMs)
    const inSeconds = (leftMs: number) => secondsLeft(english, leftMs)
    expect([0, 1, 60_000, 60_001, 3_599_999, 3_600_000, 5_100_000].map(inMinutes)).toEqual([
      ...['0 min', '1 min', '1 min', '2 min', '1 h 0 min', '1 h 0 min', '1 h 25 min'],
    ])
    expect([-5, 0, 1, 1_000, 59_001, 125_000, 3_600_000].map(inSeconds)).toEqual([
      ...['0 s', '0 s', '1 s', '1 s', '1 min 0 s', '2 min 5 s', '1 h 0 min'],
    ])
  })
})
