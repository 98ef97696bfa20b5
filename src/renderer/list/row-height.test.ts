import { expect, test } from 'vitest'
import { estimateRowPx } from './row-height.ts'
import { sampleRow } from './sample-rows.ts'

const estimate = (length: number, widthPx = 600, hasDayLabel = false): number =>
  estimateRowPx(sampleRow(1, { message: 'x'.repeat(length) }), widthPx, hasDayLabel)

test('a row grows with its message, to two lines', () => {
  const two = estimate(120)
  expect([estimate(0), estimate(50), two]).toEqual([66, 86, 105])
  expect(estimate(5_000)).toBe(two)
  expect(estimate(50, 300)).toBe(two)
})

test('the first row of a day has its name above it, and an unknown width is one of a line', () => {
  expect(estimate(50, 600, true)).toBeGreaterThan(estimate(50))
  expect(estimate(5_000, 0)).toBe(estimate(50))
})
