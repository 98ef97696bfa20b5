import { describe, expect, test } from 'vitest'
import type { Filter } from '../../contract/commands.ts'
import { applyToList, emptyList, type ListModel, needsReading, type Rows } from './list-model.ts'
import {
  type Aim,
  beginAgain,
  beginHead,
  beginNewer,
  beginOlder,
  beginPart,
  failQuery,
  finishQuery,
  type Page,
  refuseSearch,
  restart,
} from './list-query.ts'
import { hold, rowLimit } from './list-window.ts'
import { arrival, deletion, sampleCounts, sampleRow, sampleRows } from './sample-rows.ts'

const ids = (list: ListModel): number[] => list.rows.map((row) => row.rowId)
const aim = (filter: Filter, search = ''): Aim => ({ filter, search })
const page = (rows: Rows, hasOlder: boolean, matches?: Page['matches']): Page => ({
  ...{ rows, hasOlder, hasNewer: false },
  ...(matches === undefined ? {} : { matches }),
})
const shown = (from: number, to: number): ListModel => restart(emptyList, page(sampleRows(from, to), true))

describe('paging', () => {
  test('adds the older page below, without what is there already', () => {
    const asked = beginOlder(shown(6, 4))
    const after = finishQuery(asked, asked.lastQueryId, page(sampleRows(4, 2), true))
    expect(ids(after)).toEqual([6, 5, 4, 3, 2])
    expect(after.query).toBeNull()
  })

  test('asks one page at a time, and none past the end', () => {
    const asked = beginOlder(shown(6, 4))
    expect(beginOlder(asked)).toBe(asked)
    const ended = restart(emptyList, page(sampleRows(2, 1), false))
    expect(beginOlder(ended)).toBe(ended)
  })

  test('an answer to a question that was given up changes nothing', () => {
    const older = beginOlder(shown(6, 4))
    const filtered = beginHead(older, aim({ type: 'error' }))
    expect(finishQuery(filtered, older.lastQueryId, page(sampleRows(3, 1), false))).toBe(filtered)
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
    const after = finishQuery(asked, asked.lastQueryId, page([row], false))
    expect(after).toMatchObject({ isLoading: false, hasOlder: false })
    expect(ids(after)).toEqual([5])
  })

  test('takes what arrived while the answer was on its way', () => {
    const asked = beginHead(shown(6, 4), aim({ type: 'error' }))
    const error = sampleRow(7, { type: 'error' })
    const meanwhile = applyToList(applyToList(asked, arrival(error)), arrival(sampleRow(8)))
    const after = finishQuery(meanwhile, asked.lastQueryId, page([], false))
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
    const after = finishQuery(meanwhile, asked.lastQueryId, page(sampleRows(6, 4), false))
    expect(after.rows[1]).toMatchObject({ rowId: 5, readAt: 9, acknowledgement: 'pending' })
  })
})

test('reading anew keeps the rows until the answer, and leaves no hole and no double with held rows', () => {
  const before = hold(shown(6, 4))
  const asked = beginHead(before, aim({}))
  expect(ids(asked)).toEqual([6, 5, 4])
  const arrived = applyToList(hold(applyToList(asked, arrival(sampleRow(7)))), arrival(sampleRow(8)))
  const after = finishQuery(arrived, asked.lastQueryId, page(sampleRows(6, 4), true))
  const everything = [...after.held, ...after.rows].map((row) => row.rowId)
  expect(everything).toEqual([8, 7, 6, 5, 4])
  expect(after.heldCount).toBe(after.held.length)
})

describe('a search', () => {
  const match = { title: [{ start: 0, end: 5 }], message: [] }
  const found = (from: number, to: number, hasOlder = false): Page => {
    const rows = sampleRows(from, to)
    return page(rows, hasOlder, new Map(rows.map((row) => [row.rowId, match])))
  }
  const searched = (from: number, to: number): ListModel => {
    const asked = beginHead(shown(from, to), aim({}, 'title'))
    return finishQuery(asked, asked.lastQueryId, found(from, to, true))
  }
  const askAgain = (list: ListModel, more: Page): ListModel => {
    const asked = beginAgain(list)
    return finishQuery(asked, asked.lastQueryId, more)
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
    expect(ids(askAgain(list, found(8, 6, true)))).toEqual([8, 7, 6, 5])
  })

  test('that is being read holds back what it finds above', () => {
    const list = askAgain(hold(searched(6, 5)), found(8, 6, true))
    expect(ids(list)).toEqual([6, 5])
    expect(list.heldCount).toBe(2)
    expect(list.matches.get(8)).toEqual(match)
  })

  test('that finds more above than one page leaves no hole: it is read anew, or a hole known', () => {
    const more = { ...found(20, 18), hasNewer: true }
    expect(needsReading(askAgain(searched(6, 5), more))).toBe(true)
    const held = askAgain(hold(searched(6, 5)), more)
    expect(held).toMatchObject({ hasNewer: true, heldCount: 3, held: [] })
    expect(beginAgain(held)).toBe(held)
  })

  test('that found nothing takes all that comes', () => {
    const asked = beginHead(shown(6, 5), aim({}, 'title'))
    const empty = finishQuery(asked, asked.lastQueryId, page([], false, new Map()))
    expect(ids(askAgain(empty, found(9, 8)))).toEqual([9, 8])
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
    expect(beginAgain(refused)).toBe(refused)
    expect(beginHead(refused, aim({}, 'title')).searchProblem).toBeNull()
  })
})

test('what was deleted while the answer was on its way is not listed', () => {
  const asked = beginHead(shown(6, 4), aim({ type: 'info' }))
  const meanwhile = applyToList(asked, deletion(5))
  const after = finishQuery(meanwhile, asked.lastQueryId, page(sampleRows(6, 4), false))
  expect(ids(after)).toEqual([6, 4])
})

describe('a part further down', () => {
  /** As after a jump to the oldest rows. */
  function atOldest(): ListModel {
    const asked = beginPart(hold(shown(100, 90)), 'around')
    return finishQuery(asked, asked.lastQueryId, { rows: sampleRows(3, 1), hasOlder: false, hasNewer: true })
  }

  test('takes the place of what was listed, and says that there is more at both ends', () => {
    expect(ids(atOldest())).toEqual([3, 2, 1])
    expect(atOldest()).toMatchObject({ hasNewer: true, hasOlder: false, newerCount: null, held: [] })
  })

  test('only counts what arrives, once each', () => {
    const list = [arrival(sampleRow(101)), arrival(sampleRow(101), sampleRow(102))].reduce(
      applyToList,
      atOldest(),
    )
    expect(ids(list)).toEqual([3, 2, 1])
    expect(list.heldCount).toBe(2)
  })

  test('grows upwards page by page until nothing is above, and then takes arrivals again', () => {
    const first = beginNewer(atOldest())
    expect(beginNewer(first)).toBe(first)
    const grown = finishQuery(first, first.lastQueryId, {
      rows: sampleRows(5, 4),
      hasOlder: true,
      hasNewer: true,
    })
    expect(ids(grown)).toEqual([5, 4, 3, 2, 1])
    expect(grown.hasNewer).toBe(true)
    const last = beginNewer(applyToList(grown, arrival(sampleRow(101))))
    const meanwhile = applyToList(last, arrival(sampleRow(102)))
    const page = { rows: sampleRows(101, 6), hasOlder: true, hasNewer: false }
    const whole = finishQuery(meanwhile, last.lastQueryId, page)
    expect(whole).toMatchObject({ hasNewer: false, newerCount: 0, heldCount: 1 })
    expect([...whole.held, ...whole.rows].map(({ rowId }) => rowId)).toEqual(
      sampleRows(102, 1).map(({ rowId }) => rowId),
    )
  })

  test('knows its place again once its end is counted off', () => {
    const rows = sampleRows(rowLimit + 10, 1)
    let list = hold(restart(emptyList, { rows: rows.slice(0, rowLimit), hasOlder: true }))
    list = { ...list, rows: list.rows.slice(600), hasNewer: true, newerCount: 600, heldCount: 5 }
    const asked = beginNewer(list)
    const page = { rows: rows.slice(400, 600), hasOlder: true, hasNewer: true }
    expect(finishQuery(asked, asked.lastQueryId, page)).toMatchObject({ newerCount: 400, heldCount: 5 })
  })

  test('gives way to the newest rows for who wants to be there, held ones among them', () => {
    const list = applyToList(atOldest(), arrival(sampleRow(101)))
    const asked = beginPart(list, 'newest')
    const after = finishQuery(asked, asked.lastQueryId, page(sampleRows(101, 98), true))
    expect(ids(after)).toEqual([101, 100, 99, 98])
    expect(after).toMatchObject({ hasNewer: false, heldCount: 0, newerCount: 0 })
  })
})
