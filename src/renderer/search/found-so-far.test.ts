import { expect, test } from 'vitest'
import { sampleRows } from '../list/sample-rows.ts'
import { foundSoFar } from './found-so-far.ts'

const read = (changes: Partial<Parameters<typeof foundSoFar>[0]>) => ({
  ...{ rows: sampleRows(3, 1), heldCount: 0, hasOlder: false, hasNewer: false, newerCount: 0, ...changes },
})

test('where all was read, what was read is counted', () => {
  expect(foundSoFar(read({ heldCount: 2 }), { total: 3, unread: 0, isMore: false })).toEqual({
    ...{ found: 5, hasMore: false },
  })
})

test('where there is more it says so, until it is counted', () => {
  expect(foundSoFar(read({ hasOlder: true }), null)).toEqual({ found: 3, hasMore: true })
  const count = { total: 450, unread: 0, isMore: false }
  expect(foundSoFar(read({ hasOlder: true }), count)).toEqual({ found: 450, hasMore: false })
  expect(foundSoFar(read({ hasNewer: true, newerCount: null }), count)).toEqual({
    found: 450,
    hasMore: false,
  })
})

test('a count has its end, and is never less than what is seen', () => {
  const most = { total: 10_000, unread: 0, isMore: true }
  expect(foundSoFar(read({ hasOlder: true }), most)).toEqual({ found: 10_000, hasMore: true })
  expect(foundSoFar(read({ hasOlder: true }), { total: 1, unread: 0, isMore: false }).found).toBe(3)
})
