import { expect, test } from 'vitest'
import { sampleCounts } from '../list/sample-rows.ts'
import { typeShares } from './shares.ts'

test('shares add up to the whole, and to nothing where there is nothing', () => {
  const counts = { ...sampleCounts(3), error: { total: 1, unread: 0 } }
  expect(typeShares(counts)).toEqual({ info: 0.75, warning: 0, error: 0.25, success: 0 })
  expect(typeShares(sampleCounts(0))).toEqual({ info: 0, warning: 0, error: 0, success: 0 })
})
