import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { dayLabel } from './day-label.ts'

const at = (month: number, day: number, hour = 12, year = 2025): number =>
  new Date(year, month - 1, day, hour).getTime()

test('days are named as people do', () => {
  const now = at(11, 24)
  expect(dayLabel(english, at(11, 24, 0), now)).toBe('Today')
  expect(dayLabel(english, at(11, 23, 23), now)).toBe('Yesterday')
  expect(dayLabel(english, at(11, 22, 23), now)).toMatch(/Saturday/)
  expect(dayLabel(english, at(11, 22, 23), now)).not.toMatch(/2025/)
  expect(dayLabel(english, at(12, 31, 12, 2024), now)).toMatch(/2024/)
})

test('yesterday is yesterday over the turn of a month', () => {
  expect(dayLabel(english, at(10, 31, 1), at(11, 1, 0))).toBe('Yesterday')
})
