import { describe, expect, it } from 'vitest'
import { queryOf } from './index-under-test.ts'
import { type Direction, type Stretch, stretchesOf } from './stretches.ts'

const territory = { bounds: { first: 11, last: 1_000_000 }, indexedUpTo: 999_000, areFew: false }
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

  it('are none where there is nothing to go through', () => {
    const bounds = { first: 1, last: 0 }
    for (const query of ['disk', 'is:read']) expect(stretches(query, 'newest', { bounds })).toEqual([])
    expect(stretches('disk', 'newest', { bounds, areFew: true })).toEqual([])
  })
})
