import { expect, test } from 'vitest'
import { offeredFacets } from './offered-facets.ts'

test('a few of each kind are offered, as they are written in a query', () => {
  const codes = [500, 501, 502, 503, 504].map((code) => ({ operator: 'code', value: String(code), count: 1 }))
  const offered = offeredFacets({
    facets: [
      { operator: 'type', value: 'error', count: 12 },
      ...codes,
      { operator: 'has', value: 'retry', count: 2 },
    ],
    isMore: false,
  })
  expect(offered.map(({ words }) => words)).toEqual([
    ...['type:error', 'code:500', 'code:501', 'code:502', 'code:503', 'has:retry'],
  ])
  expect(offered[0]?.count).toBe(12)
})
