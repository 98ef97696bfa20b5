import { describe, expect, test } from 'vitest'
import { applyToList, emptyList, hold, type ListModel } from './list-model.ts'
import { beginHead, beginOlder, failQuery, finishQuery, restart } from './list-query.ts'
import { arrival, sampleCounts, sampleRow, sampleRows } from './sample-rows.ts'

const ids = (list: ListModel): number[] => list.rows.map((row) => row.rowId)
const shown = (from: number, to: number): ListModel =>
  restart(emptyList, { rows: sampleRows(from, to), hasOlder: true })

describe('paging', () => {
  test('adds the older page below, without what is there already', () => {
    const asked = beginOlder(shown(6, 4))
    const after = finishQuery(asked, asked.lastQueryId, { rows: sampleRows(4, 2), hasOlder: true })
    expect(ids(after)).toEqual([6, 5, 4, 3, 2])
    expect(after.query).toBeNull()
  })

  test('asks one page at a time, and none past the end', () => {
    const asked = beginOlder(shown(6, 4))
    expect(beginOlder(asked)).toBe(asked)
    const ended = restart(emptyList, { rows: sampleRows(2, 1), hasOlder: false })
    expect(beginOlder(ended)).toBe(ended)
  })

  test('an answer to a question that was given up changes nothing', () => {
    const older = beginOlder(shown(6, 4))
    const filtered = beginHead(older, { type: 'error' })
    expect(finishQuery(filtered, older.lastQueryId, { rows: sampleRows(3, 1), hasOlder: false })).toBe(
      filtered,
    )
    expect(failQuery(filtered, older.lastQueryId, 'no')).toBe(filtered)
  })

  test('a failure is kept as its sentence, and asking again forgets it', () => {
    const asked = beginOlder(shown(6, 4))
    const failed = failQuery(asked, asked.lastQueryId, 'The disk is gone.')
    expect(failed.problem).toBe('The disk is gone.')
    expect(beginOlder(failed).problem).toBeNull()
  })
})

describe('another filter', () => {
  test('starts empty and loading, and ends in what was answered', () => {
    const asked = beginHead(shown(6, 4), { type: 'error' })
    expect(asked).toMatchObject({ rows: [], isLoading: true, filter: { type: 'error' } })
    const row = sampleRow(5, { type: 'error' })
    const after = finishQuery(asked, asked.lastQueryId, { rows: [row], hasOlder: false })
    expect(after).toMatchObject({ isLoading: false, hasOlder: false })
    expect(ids(after)).toEqual([5])
  })

  test('takes what arrived while the answer was on its way', () => {
    const asked = beginHead(shown(6, 4), { type: 'error' })
    const error = sampleRow(7, { type: 'error' })
    const meanwhile = applyToList(applyToList(asked, arrival(error)), arrival(sampleRow(8)))
    const after = finishQuery(meanwhile, asked.lastQueryId, { rows: [], hasOlder: false })
    expect(ids(after)).toEqual([7])
  })

  test('takes what was read while the answer was on its way', () => {
    const asked = beginHead(shown(6, 4), { type: 'info' })
    const meanwhile = applyToList(asked, {
      kind: 'notifications-read',
      rowIds: [5],
      readAt: 9,
      acknowledgement: 'pending',
      counts: sampleCounts(0),
    })
    const after = finishQuery(meanwhile, asked.lastQueryId, { rows: sampleRows(6, 4), hasOlder: false })
    expect(after.rows[1]).toMatchObject({ rowId: 5, readAt: 9, acknowledgement: 'pending' })
  })
})

test('reading anew keeps the rows until the answer, and leaves no hole and no double with held rows', () => {
  const before = hold(shown(6, 4))
  const asked = beginHead(before, {})
  expect(ids(asked)).toEqual([6, 5, 4])
  const arrived = applyToList(hold(applyToList(asked, arrival(sampleRow(7)))), arrival(sampleRow(8)))
  const after = finishQuery(arrived, asked.lastQueryId, { rows: sampleRows(6, 4), hasOlder: true })
  const everything = [...after.held, ...after.rows].map((row) => row.rowId)
  expect(everything).toEqual([8, 7, 6, 5, 4])
  expect(after.heldCount).toBe(after.held.length)
})
