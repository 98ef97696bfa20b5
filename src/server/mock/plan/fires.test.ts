import { expect, test } from 'vitest'
import type { When } from '../scenario/fault-schemas.ts'
import { fires, type Moment, nextMoment, noMoment } from './fires.ts'

/** Ten moments, half a second apart, the first at 0.5 s. */
function tenMoments(): Moment[] {
  let moment = noMoment(2)
  return Array.from({ length: 10 }, (_, index) => {
    moment = nextMoment(moment, 500 * (index + 1))
    return moment
  })
}

const counts = (when: When | undefined, random = () => 0.5): number[] =>
  tenMoments()
    .filter((moment) => fires(when ? { when } : {}, moment, random))
    .map(({ count }) => count)

test.each<[When, number[]]>([
  [{ every: 3 }, [3, 6, 9]],
  [{ nth: 4 }, [4]],
  [{ first: 2 }, [1, 2]],
  [{ atSecond: 0 }, [1]],
  [{ atSecond: 2 }, [4]],
  [{ atSecond: 2.1 }, [5]],
  [{ duringSeconds: [1, 2.5] }, [2, 3, 4]],
  [{ probability: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [{ probability: 0.5 }, []],
  [{ probability: 0 }, []],
])('%j', (when, expected) => {
  expect(counts(when)).toEqual(expected)
})

test('by chance it is what the draw says', () => {
  const draws = [0.1, 0.9, 0.29, 0.3]
  expect(counts({ probability: 0.3 }, () => draws.shift() ?? 1)).toEqual([1, 3])
})

test('without a time it is always', () => {
  expect(counts(undefined)).toHaveLength(10)
})

test('on another connection it is never', () => {
  const [moment = noMoment(2)] = tenMoments()
  expect(fires({ connection: 1 }, moment, () => 0)).toBe(false)
  expect(fires({ connection: 2 }, moment, () => 0)).toBe(true)
})
