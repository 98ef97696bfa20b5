import { expect, test } from 'vitest'
import { createSeededRandom } from './seeded-random.ts'

const draws = (count: number, ...names: (string | number)[]): number[] => {
  const random = createSeededRandom(...names)
  return Array.from({ length: count }, random)
}

test('the same names give the same numbers, any other name other ones', () => {
  expect(draws(100, 7, 'alice')).toEqual(draws(100, 7, 'alice'))
  expect(draws(3, 7, 'alice')).not.toEqual(draws(3, 8, 'alice'))
  expect(draws(3, 7, 'alice')).not.toEqual(draws(3, 7, 'bob'))
  expect(draws(3, 7, 'a', 'b')).not.toEqual(draws(3, 7, 'ab'))
})

test('runs of earlier versions can be had again', () => {
  expect(draws(3, 1, 'alice')).toMatchInlineSnapshot(`
    [
      0.41117082815617323,
      0.08236910472624004,
      0.20748702506534755,
    ]
  `)
})

test('the numbers are spread evenly from 0 to 1', () => {
  const tenths = new Array<number>(10).fill(0)
  for (const drawn of draws(10_000, 1)) {
    expect(drawn).toBeGreaterThanOrEqual(0)
    expect(drawn).toBeLessThan(1)
    const tenth = Math.floor(drawn * 10)
    tenths[tenth] = (tenths[tenth] ?? 0) + 1
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(120)
})
