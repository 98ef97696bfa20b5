import { expect, test } from 'vitest'
import { decideFrequency, formatFloat } from './frequency.ts'

test.each([
  [5, 'Frequency set to 5.0 seconds'],
  [2.5, 'Frequency set to 2.5 seconds'],
  [1, 'Frequency set to 1.0 seconds'],
  [30, 'Frequency set to 30.0 seconds'],
])('%d seconds are applied as they are', (frequency, message) => {
  expect(decideFrequency(frequency)).toEqual({ frequency, message })
})

test.each([
  [0.5, 1, 'Frequency set to 1.0 seconds: 0.5 is outside the range 1.0 to 30.0'],
  [-3, 1, 'Frequency set to 1.0 seconds: -3.0 is outside the range 1.0 to 30.0'],
  [60, 30, 'Frequency set to 30.0 seconds: 60.0 is outside the range 1.0 to 30.0'],
  [Number.POSITIVE_INFINITY, 30, 'Frequency set to 30.0 seconds: inf is outside the range 1.0 to 30.0'],
])('%d seconds become the nearest bound, and the message says so', (requested, frequency, message) => {
  expect(decideFrequency(requested)).toEqual({ frequency, message })
})

test('numbers are written as Python writes floats', () => {
  expect([3, 2.25, 0.1, 1e21, -1, Number.NEGATIVE_INFINITY].map(formatFloat)).toEqual([
    '3.0',
    '2.25',
    '0.1',
    '1e+21',
    '-1.0',
    '-inf',
  ])
})
