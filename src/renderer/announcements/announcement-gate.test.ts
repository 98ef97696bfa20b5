import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { addArrivals, announceEveryMs, nextAnnouncement, openGate, summarise } from './announcement-gate.ts'

test('the first arrival is announced at once', () => {
  expect(nextAnnouncement(english, addArrivals(openGate, ['info']), 1_000)).toMatchObject({
    say: { text: '1 new notification: 1 info', isUrgent: false },
  })
})

test('nothing to say is not said', () => {
  expect(nextAnnouncement(english, openGate, 1_000)).toBeNull()
})

test('what comes soon after waits, and is then told in one summary', () => {
  const first = nextAnnouncement(english, addArrivals(openGate, ['info']), 1_000)
  if (first === null || !('say' in first)) throw new Error('The first was not announced.')
  const later = addArrivals(addArrivals(first.gate, ['info', 'error']), ['info'])
  expect(nextAnnouncement(english, later, 2_000)).toEqual({ waitMs: announceEveryMs - 1_000 })
  expect(nextAnnouncement(english, later, 1_000 + announceEveryMs)).toMatchObject({
    say: { text: '3 new notifications: 1 error, 2 info', isUrgent: true },
    gate: { waiting: {} },
  })
})

test('the worst is named first, in the plural where there are several', () => {
  expect(summarise(english, { success: 1, warning: 2, error: 2 })).toBe(
    '5 new notifications: 2 errors, 2 warnings, 1 success',
  )
})
