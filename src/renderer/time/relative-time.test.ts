import { expect, test } from 'vitest'
import { createI18n } from '../../i18n/create-i18n.ts'
import { en } from '../../i18n/en.ts'
import { relativeTime, secondsUntil } from './relative-time.ts'

// British English writes `12 sec ago`: as short as its locale has it.
const american = createI18n('en', 'en-US', en)
const now = 1_700_000_000_000

test.each([
  [0, 'now'],
  [9_999, 'now'],
  [-5_000, 'now'],
  [12_400, '12s ago'],
  [59_999, '59s ago'],
  [60_000, '1m ago'],
  [59 * 60_000, '59m ago'],
  [60 * 60_000, '1h ago'],
  [23 * 3_600_000, '23h ago'],
  [24 * 3_600_000, '1d ago'],
  [400 * 24 * 3_600_000, '400d ago'],
])('%i ms ago reads %s', (ageMs, words) => {
  expect(relativeTime(american, now - ageMs, now).replaceAll('\u00a0', ' ')).toBe(words)
})

test('a countdown counts whole seconds and ends at none', () => {
  expect(secondsUntil(now + 3_000, now)).toBe(3)
  expect(secondsUntil(now + 2_001, now)).toBe(3)
  expect(secondsUntil(now + 1, now)).toBe(1)
  expect(secondsUntil(now - 5, now)).toBe(0)
})
