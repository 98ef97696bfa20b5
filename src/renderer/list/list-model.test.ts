import { describe, expect, test } from 'vitest'
import type { Change } from '../../contract/snapshot.ts'
import { applyToList, emptyList, type ListModel, needsReading, recordLimit } from './list-model.ts'
import { beginPart } from './list-query.ts'
import { hold, release, rowLimit } from './list-window.ts'
import { arrival, deletion, sampleCounts, sampleRow, sampleRows } from './sample-rows.ts'

const listOf = (changes: Partial<ListModel> = {}): ListModel => ({
  ...emptyList,
  isLoading: false,
  newestSeen: changes.rows?.[0]?.rowId ?? 0,
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
    const full = listOf({ rows: sampleRows(rowLimit, 1), hasOlder: false })
    const after = applyToList(full, arrival(sampleRow(rowLimit + 1)))
    expect(after.rows.length).toBeLessThan(rowLimit)
    expect(after.rows[0]?.rowId).toBe(rowLimit + 1)
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

  test('past its limit only counts', () => {
    const rows = sampleRows(700, 1).reverse()
    const held = applyToList(hold(listOf()), arrival(...rows))
    expect(held).toMatchObject({ heldCount: 700, held: [], hasNewer: true })
    // There is a hole: it is not let in, but read.
    expect(release(held)).toBe(held)
    expect(applyToList(held, arrival(sampleRow(701))).heldCount).toBe(701)
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

  test('everything calls for a new reading where unread rows above are not loaded', () => {
    const list = listOf({ filter: { isUnread: true }, rows: sampleRows(3, 1), hasNewer: true })
    expect(needsReading(applyToList(list, allRead(9)))).toBe(true)
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
    expect(needsReading(applyToList(listOf({ rows, hasOlder: true }), deletion(1, 2)))).toBe(true)
    expect(needsReading(applyToList(listOf({ rows, hasOlder: true }), deletion(1)))).toBe(false)
    expect(needsReading(applyToList(listOf({ rows, hasOlder: false }), deletion(1, 2)))).toBe(false)
  })
})

describe('marking as unread', () => {
  const unread = (...rowIds: number[]): Change => ({
    ...{ kind: 'notifications-unread', rowIds, counts: sampleCounts(0) },
  })

  test('leaves nothing of the acknowledgement on the rows named', () => {
    const rows = [sampleRow(2, { readAt: 5, acknowledgement: 'confirmed' }), sampleRow(1)]
    const after = applyToList(listOf({ rows }), unread(2, 1))
    expect(after.rows[0]).toMatchObject({ readAt: null, acknowledgement: 'none' })
    expect(after.rows[1]).toBe(rows[1])
  })

  test('calls for a reading where the unread view does not have the row yet', () => {
    const list = listOf({ filter: { isUnread: true }, rows: [sampleRow(4, { readAt: 5 })] })
    expect(needsReading(applyToList(list, unread(4)))).toBe(false)
    expect(needsReading(applyToList(list, unread(2)))).toBe(true)
  })
})

describe('pinning', () => {
  const pin = (rowIds: number[], pinnedAt: number | null): Change => ({
    kind: 'pins-changed',
    rowIds,
    pinnedAt,
  })

  test('changes the rows named and nothing else', () => {
    const before = listOf({ rows: sampleRows(2, 1) })
    const pinned = applyToList(before, pin([2], 7))
    expect(pinned.rows.map(({ pinnedAt }) => pinnedAt)).toEqual([7, null])
    expect(applyToList(pinned, pin([2], 7))).toBe(pinned)
  })

  test('takes rows out of the pinned view, and calls for those that enter it', () => {
    const rows = [sampleRow(3, { pinnedAt: 1 }), sampleRow(1, { pinnedAt: 1 })]
    const list = listOf({ filter: { isPinned: true }, rows })
    const left = applyToList(list, pin([3], null))
    expect(ids(left)).toEqual([1])
    expect(needsReading(left)).toBe(false)
    expect(needsReading(applyToList(list, pin([2], 9)))).toBe(true)
    expect(needsReading(applyToList(list, pin([3], 9)))).toBe(false)
  })
})

test('an answer that takes too long is not waited for: what happens meanwhile is not remembered for ever', () => {
  let list = beginPart(listOf({ rows: sampleRows(2, 1) }), 'around')
  for (let count = 0; count < recordLimit; count += 1) list = applyToList(list, deletion(99))
  expect([list.sinceQuery.length, needsReading(list)]).toEqual([recordLimit, false])
  list = applyToList(list, deletion(99))
  expect([list.sinceQuery.length, needsReading(list)]).toEqual([0, true])
})
