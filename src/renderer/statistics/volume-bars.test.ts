import { expect, test } from 'vitest'
import { sumOfBars, toBars } from './volume-bars.ts'

const none = { info: 0, warning: 0, error: 0, success: 0 }
const stretches = [
  { from: 0, to: 10 },
  { from: 10, to: 20 },
  { from: 20, to: 30 },
]

test('a bar gathers what begins within it, and where nothing came it is empty', () => {
  const bars = toBars(stretches, [
    { ...none, at: 0, info: 1 },
    { ...none, at: 9, info: 2, error: 1 },
    { ...none, at: 20, success: 4 },
  ])
  expect(bars).toEqual([
    { from: 0, to: 10, total: 4, counts: { ...none, info: 3, error: 1 } },
    { from: 10, to: 20, total: 0, counts: none },
    { from: 20, to: 30, total: 4, counts: { ...none, success: 4 } },
  ])
  expect(sumOfBars(bars)).toEqual({ ...none, info: 3, error: 1, success: 4 })
})

test('what lies outside is counted nowhere', () => {
  const bars = toBars(stretches, [
    { ...none, at: -1, info: 5 },
    { ...none, at: 10, info: 1 },
    { ...none, at: 30, info: 5 },
  ])
  expect(bars.map(({ total }) => total)).toEqual([0, 1, 0])
})
