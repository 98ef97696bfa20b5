import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { untilWords, whenWords } from './moment-words.ts'

const now = new Date(2026, 10, 25, 14, 0).getTime()
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime()

test('today needs no day', () => {
  expect(untilWords(english, at(25, 14, 30), now)).toBe('14:30')
  expect(whenWords(english, at(25, 14, 30), now)).toBe('at 14:30')
})

test('tomorrow is called so, and then the days of the week, and then the date', () => {
  expect(untilWords(english, at(26, 8), now)).toBe('tomorrow, 8:00')
  expect(whenWords(english, at(26, 8), now)).toBe('tomorrow at 8:00')
  expect(untilWords(english, at(27, 8), now)).toBe('Friday, 8:00')
  expect(whenWords(english, at(27, 8), now)).toBe('on Friday at 8:00')
  expect(whenWords(english, at(36, 8), now)).toBe('on 6 December at 8:00')
})

test('what is a week away is not called by the name of today', () => {
  expect(untilWords(english, at(32, 8), now)).toBe('2 December, 8:00')
})
