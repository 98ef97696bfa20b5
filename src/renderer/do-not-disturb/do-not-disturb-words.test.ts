import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { untilWords } from '../time/moment-words.ts'
import { canTurnOff, offeredChoices, quietWords } from './do-not-disturb-words.ts'

const now = new Date(2026, 10, 25, 14, 0).getTime()
const today = new Date(2026, 10, 25, 14, 30).getTime()
const tomorrow = new Date(2026, 10, 26, 7, 0).getTime()

test.each([
  [{ reason: 'chosen', until: today }, `Do not disturb until ${untilWords(english, today, now)}`],
  [{ reason: 'chosen', until: null }, 'Do not disturb until you turn it off'],
  [{ reason: 'quiet-hours', until: tomorrow }, `Quiet hours until ${untilWords(english, tomorrow, now)}`],
  [{ reason: 'quiet-hours', until: null }, 'Quiet hours'],
  [{ reason: 'system', until: null }, 'Do not disturb is on in this computer’s own settings'],
] as const)('%j is said', (view, words) => {
  expect(quietWords(english, view, now)).toBe(words)
})

test('what is on can be turned off, except the computer’s own', () => {
  expect(canTurnOff(null)).toBe(false)
  expect(canTurnOff({ reason: 'system', until: null })).toBe(false)
  expect(offeredChoices(null)).not.toContain('off')
  expect(offeredChoices({ reason: 'quiet-hours', until: tomorrow })[0]).toBe('off')
})
