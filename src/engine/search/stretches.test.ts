import { describe, expect, it } from 'vitest'
import type { Direction } from '../history/row-page.ts'
import { queryOf } from './index-under-test.ts'
import { rowsToRead, type Stretch, stretchesOf } from './stretches.ts'

const territory = {
  ...{ bounds: { first: 11, last: 1_000_000 }, indexedUpTo: 999_000 },
  ...{ areFew: false, nearRows: 0 },
}
const stretches = (query: string, direction: Direction, changes: Partial<typeof territory> = {}) =>
  stretchesOf(queryOf(query), direction, { ...territory, ...changes })
const ways = (all: readonly Stretch[]) => all.map(({ how }) => how)

/** Each row id once, in the direction. */
function expectWhole(all: readonly Stretch[], direction: Direction): void {
  const ordered = direction === 'newest' ? all.toReversed() : all
  expect(ordered[0]?.first).toBe(11)
  expect(ordered.at(-1)?.last).toBe(1_000_000)
  for (const [place, { first }] of ordered.entries()) {
    if (place > 0) expect(first).toBe((ordered[place - 1]?.last ?? 0) + 1)
  }
}

describe('the steps of a search', () => {
  it.each<Direction>(['newest', 'oldest'])('cover every row once, %s first', (direction) => {
    for (const query of ['disk', 'disk*', 'di*', 'is:unread', 'type:error -x']) {
      expectWhole(stretches(query, direction), direction)
      expectWhole(stretches(query, direction, { nearRows: 300 }), direction)
    }
  })

  it('read what is not indexed yet, then windows of the index that grow', () => {
    const all = stretches('disk', 'newest')
    expect(ways(all)).toEqual(['scan', 'index', 'index', 'index', 'index'])
    expect(all[0]).toMatchObject({ first: 999_001, last: 1_000_000 })
    expect(all.slice(1, 4).map(({ first, last }) => last - first + 1)).toEqual([20_000, 80_000, 320_000])
  })

  it('end with what is not indexed yet when the oldest come first', () => {
    expect(ways(stretches('disk', 'oldest')).at(-1)).toBe('scan')
  })

  it('are one window for a prefix that has no index of its own', () => {
    expect(ways(stretches('disk*', 'newest'))).toEqual(['scan', 'index'])
    expect(ways(stretches('я* -x', 'newest'))).toEqual(['scan', 'index'])
    expect(ways(stretches('di*', 'newest'))).toHaveLength(5)
  })

  it('leave the index alone where the columns tell all, or few rows can answer', () => {
    expect(ways(stretches('is:read source:x', 'newest'))).toEqual([
      'columns',
      'columns',
      'columns',
      'columns',
    ])
    expect(stretches('disk is:pinned', 'newest', { areFew: true })).toEqual([
      { how: 'scan', first: 11, last: 1_000_000 },
    ])
  })

  it('begin with rows that are read, where the index would first have to walk to its place', () => {
    const down = stretches('disk', 'newest', { bounds: { first: 11, last: 500_000 }, nearRows: 300 })
    expect(down[0]).toEqual({ how: 'scan', first: 499_701, last: 500_000 })
    expect(down[1]).toEqual({ how: 'index', first: 479_701, last: 499_700 })
    const up = stretches('disk', 'oldest', { bounds: { first: 500_001, last: 1_000_000 }, nearRows: 300 })
    expect(up[0]).toEqual({ how: 'scan', first: 500_001, last: 500_300 })
    expect(up[1]).toEqual({ how: 'index', first: 500_301, last: 520_300 })
  })

  it.each([
    ['the first page', 'newest', null, 50, { first: 1, last: 900_000 }, 0],
    ['near the newest', 'newest', 980_001, 50, { first: 1, last: 980_000 }, 0],
    ['deep', 'newest', 500_001, 50, { first: 1, last: 500_000 }, 300],
    ['upwards, near the oldest', 'oldest', 20_000, 50, { first: 20_001, last: 1_000_000 }, 0],
    ['upwards, high up', 'oldest', 980_000, 50, { first: 980_001, last: 1_000_000 }, 300],
    ['deep, a page of very many', 'newest', 500_001, 500, { first: 1, last: 500_000 }, 0],
  ] as const)('read rows first only where it pays: %s', (_name, direction, from, limit, bounds, rows) => {
    expect(rowsToRead({ direction, from, limit }, bounds, 999_000)).toBe(rows)
  })

  it('are none where there is nothing to go through', () => {
    const bounds = { first: 1, last: 0 }
    for (const query of ['disk', 'is:read']) expect(stretches(query, 'newest', { bounds })).toEqual([])
    expect(stretches('disk', 'newest', { bounds, areFew: true })).toEqual([])
  })
})
