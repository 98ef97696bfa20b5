import { describe, expect, test } from 'vitest'
import { emptyList, type ListModel } from './list-model.ts'
import {
  admit,
  heldLimit,
  hold,
  keepNear,
  newestKept,
  newestLimit,
  positionOf,
  release,
  rowLimit,
  rowsKept,
} from './list-window.ts'
import { sampleRow, sampleRows } from './sample-rows.ts'

const total = rowLimit + 200
const match = { title: [], message: [] }
const grown = (changes: Partial<ListModel> = {}): ListModel => {
  const rows = sampleRows(total, 1)
  const matches = new Map(rows.map(({ rowId }) => [rowId, match]))
  return { ...emptyList, isLoading: false, rows, matches, newestSeen: total, ...changes }
}

describe('a list that grew too long', () => {
  test('lets go of its newest rows where its oldest are read, and knows how many', () => {
    const list = keepNear(grown({ isHolding: true, held: [sampleRow(total + 1)], heldCount: 1 }), 150)
    expect(list.rows).toHaveLength(rowsKept)
    expect(list.rows.at(-1)?.rowId).toBe(1)
    expect(list).toMatchObject({ hasNewer: true, newerCount: total - rowsKept, held: [], heldCount: 1 })
    expect(list.hasOlder).toBe(false)
  })

  test('lets go of its oldest rows where its newest are read', () => {
    for (const at of [null, total - 10]) {
      const list = keepNear(grown(), at)
      expect(list.rows[0]?.rowId).toBe(total)
      expect(list).toMatchObject({ hasNewer: false, newerCount: 0, hasOlder: true })
      expect(list.rows).toHaveLength(rowsKept)
    }
  })

  test('keeps as much above as below what is read in its middle', () => {
    const { rows } = keepNear(grown(), total / 2)
    expect(rows.findIndex(({ rowId }) => rowId === total / 2)).toBe(rowsKept / 2)
  })

  test('remembers no matches of rows that went', () => {
    expect(keepNear(grown(), 1).matches.size).toBe(rowsKept)
  })

  test('that is long enough is left as it is', () => {
    const list = grown({ rows: sampleRows(rowLimit, 1) })
    expect(keepNear(list, 1)).toBe(list)
  })
})

test('what waits above is bounded, and then only counted', () => {
  const list = admit(hold(grown({ rows: sampleRows(5, 1), newestSeen: 5 })), sampleRows(heldLimit + 6, 6))
  expect(list).toMatchObject({
    held: [],
    heldCount: heldLimit + 1,
    hasNewer: true,
    newestSeen: heldLimit + 6,
  })
  expect(admit(list, sampleRows(heldLimit + 7, heldLimit + 7)).heldCount).toBe(heldLimit + 2)
})

test('what is let in at once is bounded too', () => {
  const list = { ...hold(grown({ rows: sampleRows(rowLimit, 1) })), held: sampleRows(total, rowLimit + 1) }
  expect(release(list).rows).toHaveLength(newestKept)
})

test('at the top, where rows come in, few are kept', () => {
  const full = grown({ rows: sampleRows(newestLimit, 1), newestSeen: newestLimit })
  const list = admit(full, [sampleRow(newestLimit + 1)])
  expect(list.rows).toHaveLength(newestKept)
  expect(list).toMatchObject({ hasOlder: true, hasNewer: false })
  expect(list.rows[0]?.rowId).toBe(newestLimit + 1)
  expect(list.matches.size).toBe(newestKept)
})

test('a row has its place in the whole list, counted from either end; and none where neither is known', () => {
  const list = grown({ rows: sampleRows(30, 21), newerCount: 70, heldCount: 3 })
  expect(positionOf(list, 0, 500)).toBe(74)
  expect(positionOf({ ...list, newerCount: null, hasOlder: true }, 0, 500)).toBeNull()
  expect(positionOf({ ...list, newerCount: null, hasOlder: false }, 9, 500)).toBe(500)
  expect(positionOf({ ...list, newerCount: null, hasOlder: false }, 0, null)).toBeNull()
})
