import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countScale } from './count-scale.ts'

test('whole even steps from nothing, few of them, none beyond what is needed', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000_000 }), (most) => {
      const scale = countScale(most)
      const [none, step = 0] = scale
      expect(none).toBe(0)
      expect(Number.isInteger(step) && step > 0).toBe(true)
      expect(scale).toEqual(scale.map((_, index) => index * step))
      expect(scale.at(-1)).toBeGreaterThanOrEqual(Math.max(1, most))
      expect((scale.at(-1) ?? 0) - step).toBeLessThan(Math.max(1, most))
      expect(scale.length).toBeLessThanOrEqual(5)
    }),
  )
})

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [7, [0, 2, 4, 6, 8]],
  [41, [0, 20, 40, 60]],
  [1_000, [0, 500, 1_000]],
])('up to %d it reads %j', (most, scale) => {
  expect(countScale(most)).toEqual(scale)
})
