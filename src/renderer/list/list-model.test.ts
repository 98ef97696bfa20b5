import { describe, expect, test } from 'vitest'
import type { Change } from '../../contract/snapshot.ts'
import {
  applyToList,
  emptyList,
  hold,
  isDrained,
  type ListModel,
  mustReloadOnRelease,
  release,
  rowLimitAtTop,
} from './list-model.ts'
import { arrival, deletion, sampleCounts, sampleRow, sampleRows } from './sample-rows.ts'

const listOf = (changes: Partial<ListModel> = {}): ListModel => ({
  ...emptyList,
  isLoading: false,
  ...changes,
})
const ids = (list: ListModel): number[] => list.rows.map((row) => row.rowId)
const read = (...rowIds: number[]): Change => ({
  kind: 'notifications-read',
  rowIds,
  readAt: 99,
  acknowledgement: 'sent',
  counts: sampleCounts(0),
})
const allRead = (upToRowId: number): Change => ({
  kind: 'all-read',
  upToRowId,
  readAt: 99,
  counts: sampleCounts(0),
})

describe('arrivals', () => {
  test('stand on top, newest first', () => {
    const list = applyToList(listOf({ rows: sampleRows(2, 1) }), arrival(sampleRow(3), sampleRow(4)))
    expect(ids(list)).toEqual([4, 3, 2, 1])
  })

  test('that are in the list already are not listed twice', () => {
    const once = applyToList(listOf(), arrival(sampleRow(1), sampleRow(2)))
    expect(ids(applyToList(once, arrival(sampleRow(2), sampleRow(3))))).toEqual([3, 2, 1])
  })

  test('that the filter does not let through stay out', () => {
    const list = listOf({ filter: { type: 'error', isUnread: true } })
    const after = applyToList(
      list,
      arrival(sampleRow(1), sampleRow(2, { type: 'error' }), sampleRow(3, { type: 'error', readAt: 5 })),
    )
    expect(ids(after)).toEqual([2])
  })

  test('bound the list at its top, and what was cut can be read again', () => {
    const full = listOf({ rows: sampleRows(rowLimitAtTop, 1), hasOlder: false })
    const after = applyToList(full, arrival(sampleRow(rowLimitAtTop + 1)))
    expect(after.rows.length).toBeLessThan(rowLimitAtTop)
    expect(after.rows[0]?.rowId).toBe(rowLimitAtTop + 1)
    expect(after.hasOlder).toBe(true)
  })
})

describe('holding', () => {
  test('leaves the rows as they are and counts what waits', () => {
    const held = applyToList(hold(listOf({ rows: sampleRows(2, 1) })), arrival(sampleRow(3), sampleRow(4)))
    expect(ids(held)).toEqual([2, 1])
    expect(held.heldCount).toBe(2)
    expect(ids(release(held))).toEqual([4, 3, 2, 1])
    expect(release(held).heldCount).toBe(0)
  })

  test('past its limit only counts, and asks for a new reading on release', () => {
    const rows = sampleRows(700, 1).reverse()
    const held = applyToList(hold(listOf()), arrival(...rows))
    expect(held.heldCount).toBe(700)
    expect(held.held.length).toBe(500)
    expect(mustReloadOnRelease(held)).toBe(true)
  })

  test('follows what is read meanwhile', () => {
    const held = applyToList(applyToList(hold(listOf()), arrival(sampleRow(1))), read(1))
    expect(release(held).rows[0]).toMatchObject({ readAt: 99, acknowledgement: 'sent' })
  })
})

describe('reading', () => {
  test('changes the rows named and leaves the others the very same', () => {
    const before = listOf({ rows: sampleRows(3, 1) })
    const after = applyToList(before, read(2))
    expect(after.rows[1]).toMatchObject({ rowId: 2, readAt: 99, acknowledgement: 'sent' })
    expect(after.rows[0]).toBe(before.rows[0])
  })

  test('a row in the unread view stays there, so that its acknowledgement can be followed', () => {
    const list = applyToList(listOf({ filter: { isUnread: true }, rows: sampleRows(2, 1) }), read(2))
    expect(ids(list)).toEqual([2, 1])
  })

  test('everything empties the unread view, but for what came later', () => {
    const list = listOf({ filter: { isUnread: true }, rows: sampleRows(3, 1), hasOlder: true })
    const after = applyToList(list, allRead(2))
    expect(ids(after)).toEqual([3])
    expect(after.hasOlder).toBe(false)
  })

  test('everything says of a row without an id that it was read here only', () => {
    const rows = [sampleRow(2, { wireId: null }), sampleRow(1)]
    const after = applyToList(listOf({ rows }), allRead(2))
    expect(after.rows.map((row) => row.acknowledgement)).toEqual(['local', 'pending'])
  })

  test('an older bound does not touch rows that were read before', () => {
    const rows = [sampleRow(1, { readAt: 5, acknowledgement: 'confirmed' })]
    expect(applyToList(listOf({ rows }), allRead(1)).rows[0]).toBe(rows[0])
  })
})

describe('deleting', () => {
  test('takes rows out of the list and out of what is held', () => {
    let list = applyToList(hold(listOf({ rows: sampleRows(3, 1) })), arrival(sampleRow(4), sampleRow(5)))
    list = applyToList(list, deletion(5, 2))
    expect(ids(list)).toEqual([3, 1])
    expect(list.heldCount).toBe(1)
    expect(ids(release(list))).toEqual([4, 3, 1])
  })

  test('what is not listed leaves the list the very same', () => {
    const list = listOf({ rows: sampleRows(3, 1) })
    expect(applyToList(list, deletion(9))).toBe(list)
  })

  test('all that was read, but not all there is, calls for a new reading', () => {
    const rows = sampleRows(2, 1)
    expect(isDrained(applyToList(listOf({ rows, hasOlder: true }), deletion(1, 2)))).toBe(true)
    expect(isDrained(applyToList(listOf({ rows, hasOlder: true }), deletion(1)))).toBe(false)
    expect(isDrained(applyToList(listOf({ rows, hasOlder: false }), deletion(1, 2)))).toBe(false)
  })
})

test('pinning changes the rows named and nothing else', () => {
  const before = listOf({ rows: sampleRows(2, 1) })
  const pinned = applyToList(before, { kind: 'pins-changed', rowIds: [2], pinnedAt: 7 })
  expect(pinned.rows.map(({ pinnedAt }) => pinnedAt)).toEqual([7, null])
  expect(applyToList(pinned, { kind: 'pins-changed', rowIds: [2], pinnedAt: 7 })).toBe(pinned)
})
