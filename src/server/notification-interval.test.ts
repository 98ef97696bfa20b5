import { expect, test } from 'vitest'
import { jitteredIntervalMs, nextDueAtMs } from './notification-interval.ts'

test('an interval is the frequency, 20 % shorter or longer at most', () => {
  const almostOne = 1 - Number.EPSILON
  expect(jitteredIntervalMs(5, () => 0)).toBe(4000)
  expect(jitteredIntervalMs(5, () => 0.5)).toBe(5000)
  expect(jitteredIntervalMs(5, () => almostOne)).toBeCloseTo(6000)
  expect(jitteredIntervalMs(5, () => almostOne)).toBeLessThanOrEqual(6000)
})

test('a timer that fires late does not make the next one later', () => {
  expect(nextDueAtMs(10_000, 5000, 10_030)).toBe(15_000)
})

test('after a pause longer than the interval, one notification goes out, not all that were missed', () => {
  expect(nextDueAtMs(10_000, 5000, 3_600_000)).toBe(3_605_000)
})
