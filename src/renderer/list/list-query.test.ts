import { describe, expect, test } from 'vitest'
import type { Filter } from '../../contract/commands.ts'
import { applyToList, emptyList, hold, type ListModel, mustReloadOnRelease } from './list-model.ts'
import {
  type Aim,
  beginHead,
  beginNewer,
  beginOlder,
  failQuery,
  finishQuery,
  refuseSearch,
  restart,
} from './list-query.ts'
import { arrival, deletion, sampleCounts, sampleRow, sampleRows } from './sample-rows.ts'

const ids = (list: ListModel): number[] => list.rows.map((row) => row.rowId)
const aim = (filter: Filter, search = ''): Aim => ({ filter, search })
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
    const filtered = beginHead(older, aim({ type: 'error' }))
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
    const asked = beginHead(shown(6, 4), aim({ type: 'error' }))
    expect(asked).toMatchObject({ rows: [], isLoading: true, filter: { type: 'error' } })
    const row = sampleRow(5, { type: 'error' })
    const after = finishQuery(asked, asked.lastQueryId, { rows: [row], hasOlder: false })
    expect(after).toMatchObject({ isLoading: false, hasOlder: false })
    expect(ids(after)).toEqual([5])
  })

  test('takes what arrived while the answer was on its way', () => {
    const asked = beginHead(shown(6, 4), aim({ type: 'error' }))
    const error = sampleRow(7, { type: 'error' })
    const meanwhile = applyToList(applyToList(asked, arrival(error)), arrival(sampleRow(8)))
    const after = finishQuery(meanwhile, asked.lastQueryId, { rows: [], hasOlder: false })
    expect(ids(after)).toEqual([7])
  })

  test('takes what was read while the answer was on its way', () => {
    const asked = beginHead(shown(6, 4), aim({ type: 'info' }))
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
  const asked = beginHead(before, aim({}))
  expect(ids(asked)).toEqual([6, 5, 4])
  const arrived = applyToList(hold(applyToList(asked, arrival(sampleRow(7)))), arrival(sampleRow(8)))
  const after = finishQuery(arrived, asked.lastQueryId, { rows: sampleRows(6, 4), hasOlder: true })
  const everything = [...after.held, ...after.rows].map((row) => row.rowId)
  expect(everything).toEqual([8, 7, 6, 5, 4])
  expect(after.heldCount).toBe(after.held.length)
})

describe('a search', () => {
  const match = { title: [{ start: 0, end: 5 }], message: [] }
  const found = (from: number, to: number, hasOlder = false) => {
    const rows = sampleRows(from, to)
    return { rows, hasOlder, matches: new Map(rows.map((row) => [row.rowId, match])) }
  }
  const searched = (from: number, to: number): ListModel => {
    const asked = beginHead(shown(from, to), aim({}, 'title'))
    return finishQuery(asked, asked.lastQueryId, found(from, to, true))
  }
  const askNewer = (list: ListModel, page: ReturnType<typeof found>): ListModel => {
    const asked = beginNewer(list)
    return finishQuery(asked, asked.lastQueryId, page)
  }

  test('keeps what is in sight until it is answered, and ends in what was found', () => {
    const asked = beginHead(shown(6, 4), aim({}, 'title'))
    expect(ids(asked)).toEqual([6, 5, 4])
    expect(asked).toMatchObject({ isLoading: true, search: 'title' })
    const after = finishQuery(asked, asked.lastQueryId, found(5, 5))
    expect(ids(after)).toEqual([5])
    expect(after.matches.get(5)).toEqual(match)
  })

  test('pages downwards with its matches', () => {
    const older = beginOlder(searched(6, 5))
    const after = finishQuery(older, older.lastQueryId, found(4, 3))
    expect(ids(after)).toEqual([6, 5, 4, 3])
    expect([...after.matches.keys()]).toEqual([6, 5, 4, 3])
  })

  test('does not take arrivals for found, and lists what it finds above', () => {
    const list = applyToList(searched(6, 5), arrival(sampleRow(7), sampleRow(8)))
    expect(ids(list)).toEqual([6, 5])
    expect(ids(askNewer(list, found(8, 6, true)))).toEqual([8, 7, 6, 5])
  })

  test('that is being read holds back what it finds above', () => {
    const list = askNewer(hold(searched(6, 5)), found(8, 6, true))
    expect(ids(list)).toEqual([6, 5])
    expect(list.heldCount).toBe(2)
    expect(list.matches.get(8)).toEqual(match)
  })

  test('that finds more above than one page leaves no hole', () => {
    expect(ids(askNewer(searched(6, 5), found(20, 18, true)))).toEqual([20, 19, 18])
    expect(mustReloadOnRelease(askNewer(hold(searched(6, 5)), found(20, 18, true)))).toBe(true)
  })

  test('that found nothing takes all that comes', () => {
    const asked = beginHead(shown(6, 5), aim({}, 'title'))
    const empty = finishQuery(asked, asked.lastQueryId, { rows: [], hasOlder: false, matches: new Map() })
    expect(ids(askNewer(empty, found(9, 8)))).toEqual([9, 8])
  })

  test('follows what is read, pinned and deleted', () => {
    let list = applyToList(searched(6, 4), { kind: 'pins-changed', rowIds: [5], pinnedAt: 9 })
    list = applyToList(list, deletion(6))
    expect(list.rows.map(({ rowId, pinnedAt }) => [rowId, pinnedAt])).toEqual([
      [5, 9],
      [4, null],
    ])
  })

  test('that means nothing shows nothing, and another one begins anew', () => {
    const asked = beginHead(searched(6, 4), aim({ isUnread: true }, 'typo:x'))
    const problem = { message: 'There is no typo.', start: 0, end: 5 }
    const refused = refuseSearch(asked, asked.lastQueryId, problem)
    expect(refused).toMatchObject({ rows: [], isLoading: false, searchProblem: problem, search: 'typo:x' })
    expect(beginNewer(refused)).toBe(refused)
    expect(beginHead(refused, aim({}, 'title')).searchProblem).toBeNull()
  })
})

test('what was deleted while the answer was on its way is not listed', () => {
  const asked = beginHead(shown(6, 4), aim({ type: 'info' }))
  const meanwhile = applyToList(asked, deletion(5))
  const after = finishQuery(meanwhile, asked.lastQueryId, { rows: sampleRows(6, 4), hasOlder: false })
  expect(ids(after)).toEqual([6, 4])
})
