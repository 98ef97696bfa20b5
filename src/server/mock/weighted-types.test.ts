import { expect, test } from 'vitest'
import { createSeededRandom } from './seeded-random.ts'
import { createWeightedTypes } from './weighted-types.ts'

test('types come as often as their weights say, and never without one', () => {
  const next = createWeightedTypes({ info: 6, error: 2, success: 0 }, createSeededRandom(1))
  const counts: Record<string, number> = {}
  for (let drawn = 0; drawn < 4_000; drawn++) {
    const type = next()
    counts[type] = (counts[type] ?? 0) + 1
  }
  expect(Object.keys(counts).toSorted()).toEqual(['error', 'info'])
  expect(Math.abs((counts['info'] ?? 0) - 3_000)).toBeLessThan(150)
})

test('every draw has a type', () => {
  expect(createWeightedTypes({ info: 0.1, error: 0.2 }, () => 1 - 2 ** -53)()).toBe('error')
  expect(createWeightedTypes({ warning: 1 }, () => 0)()).toBe('warning')
})
