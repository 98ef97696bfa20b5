import { describe, expect, test } from 'vitest'
import { beginRange, noPicks, type Picks, pickAll, pickTo, togglePick, withoutRows } from './picks.ts'
import { sampleRows } from './sample-rows.ts'

const rows = sampleRows(9, 1)
const ids = ({ rowIds }: Picks): number[] => [...rowIds].sort((a, b) => a - b)

test('one row is picked and let go of by itself', () => {
  const picked = togglePick(togglePick(noPicks, 3), 7)
  expect(ids(picked)).toEqual([3, 7])
  expect(ids(togglePick(picked, 3))).toEqual([7])
})

describe('a range', () => {
  test('goes from the row that was picked last to this one, in either direction', () => {
    expect(ids(pickTo(togglePick(noPicks, 5), rows, 8))).toEqual([5, 6, 7, 8])
    expect(ids(pickTo(togglePick(noPicks, 5), rows, 3))).toEqual([3, 4, 5])
  })

  test('grows and shrinks with where it ends, and leaves what was picked before', () => {
    let picks = togglePick(togglePick(noPicks, 1), 5)
    picks = pickTo(picks, rows, 8)
    picks = pickTo(picks, rows, 6)
    expect(ids(picks)).toEqual([1, 5, 6])
    expect(ids(pickTo(picks, rows, 4))).toEqual([1, 4, 5])
  })

  test('begins where the reader stands when none was begun', () => {
    expect(ids(pickTo(beginRange(noPicks, 4), rows, 6))).toEqual([4, 5, 6])
    expect(ids(pickTo(beginRange(togglePick(noPicks, 2), 9), rows, 3))).toEqual([2, 3])
  })

  test('is of the rows that are loaded alone', () => {
    expect(ids(pickTo(togglePick(noPicks, 20), rows, 8))).toEqual([8, 9, 20])
  })
})

test('all are those that are loaded', () => {
  expect(pickAll(rows).rowIds.size).toBe(9)
})

test('what is gone is picked no more, and the last one ends it', () => {
  const picks = togglePick(togglePick(noPicks, 3), 7)
  expect(withoutRows(picks, [4])).toBe(picks)
  expect(ids(withoutRows(picks, [3, 4]))).toEqual([7])
  expect(withoutRows(picks, [3, 7])).toBe(noPicks)
})
