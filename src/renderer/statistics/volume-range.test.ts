import { expect, test } from 'vitest'
import { barStretches, unitOf } from './volume-range.ts'

const now = new Date(2026, 10, 25, 14, 5, 30).getTime()

test.each([
  ['hour', 60],
  ['two-days', 48],
  ['month', 30],
] as const)('%s is %d bars without gaps, the last of which holds now', (range, count) => {
  const stretches = barStretches(range, now)
  expect(stretches).toHaveLength(count)
  for (const [index, stretch] of stretches.entries())
    expect(stretch.from).toBe(stretches[index - 1]?.to ?? stretch.from)
  expect(stretches.at(-1)?.from).toBeLessThanOrEqual(now)
  expect(stretches.at(-1)?.to).toBeGreaterThan(now)
})

test('days are those of the calendar here', () => {
  for (const { from } of barStretches('month', now)) expect(new Date(from).getHours()).toBe(0)
  expect(unitOf('month')).toBe('hour')
})
