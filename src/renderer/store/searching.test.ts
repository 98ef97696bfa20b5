import { describe, expect, test } from 'vitest'
import type { CommandOutput } from '../../contract/commands.ts'
import { arrival, deletion, sampleCounts, sampleRow, sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from './sample-snapshot.ts'
import { type StoreUnderTest, storeUnderTest } from './store-under-test.ts'

const noMatches = { title: [], message: [] }
const found = (...rowIds: number[]): CommandOutput<'searchNotifications'> => ({
  kind: 'found',
  rows: rowIds.map((rowId) => ({ row: sampleRow(rowId), matches: noMatches })),
  hasOlder: false,
  hasNewer: false,
})
const rowIds = (under: StoreUnderTest): number[] => under.shown().list.rows.map(({ rowId }) => rowId)
const start = (): Promise<StoreUnderTest> =>
  storeUnderTest(sampleSnapshot({ newest: sampleRows(4, 1), counts: sampleCounts(4) }))

describe('typing', () => {
  test('asks at each letter, each time in the same slot, and shows the answer to the last', async () => {
    const under = await start()
    under.answer('searchNotifications', found(3))
    under.store.list.setSearch('b')
    under.store.list.setSearch('ba')
    await under.frame()
    expect(under.inputs('searchNotifications')).toEqual([
      { query: 'b', slot: 'test', limit: 200 },
      { query: 'ba*', slot: 'test', limit: 200 },
    ])
    expect(rowIds(under)).toEqual([3])
  })

  test('an answer to the last letter that comes after the next was typed is not shown', async () => {
    const under = await start()
    under.answer('searchNotifications', found(3))
    under.store.list.setSearch('b')
    under.answer('searchNotifications', { kind: 'cancelled' })
    under.store.list.setSearch('ba')
    under.store.list.setSearch('')
    await under.frame()
    expect(under.shown().list).toMatchObject({ search: '', problem: null, isLoading: false })
    expect(under.asked('listNotifications')).toBe(1)
  })

  test('goes together with the filter', async () => {
    const under = await start()
    under.store.list.setFilter({ type: 'error', isUnread: true })
    under.store.list.setSearch('disk ')
    await under.frame()
    expect(under.inputs('searchNotifications')).toEqual([
      { query: 'disk  is:unread type:error', slot: 'test', limit: 200 },
    ])
    under.store.list.clear()
    await under.frame()
    expect(under.shown().list).toMatchObject({ search: '', filter: {} })
  })

  test('of blanks asks for nothing', async () => {
    const under = await start()
    under.store.list.setSearch('  ')
    await under.frame()
    expect(under.asked('searchNotifications') + under.asked('listNotifications')).toBe(0)
    expect(rowIds(under)).toEqual([4, 3, 2, 1])
  })
})

describe('a query that means nothing', () => {
  const problem = { message: 'type: needs a value.', start: 0, end: 5 }

  test('is complained of when it stays so', async () => {
    const under = await start()
    under.answer('searchNotifications', { kind: 'bad-query', problem })
    under.store.list.setSearch('type:')
    await under.frame()
    under.advance(399)
    await under.frame()
    expect(under.shown().list.searchProblem).toBeNull()
    expect(rowIds(under)).toEqual([4, 3, 2, 1])
    under.advance(1)
    await under.frame()
    expect(under.shown().list).toMatchObject({ searchProblem: problem, rows: [], isLoading: false })
  })

  test('is forgotten when it was only on its way to one that does', async () => {
    const under = await start()
    under.answer('searchNotifications', { kind: 'bad-query', problem })
    under.store.list.setSearch('type:')
    await under.frame()
    under.answer('searchNotifications', found(2))
    under.store.list.setSearch('type:error')
    await under.frame()
    under.advance(400)
    await under.frame()
    expect(under.shown().list.searchProblem).toBeNull()
    expect(rowIds(under)).toEqual([2])
  })
})

describe('arrivals while searching', () => {
  test('are asked for at most once a second, and until none was missed', async () => {
    const under = await start()
    under.answer('searchNotifications', found(4))
    under.store.list.setSearch('title ')
    await under.frame()
    for (const rowId of [5, 6]) {
      under.change(6 + rowId, arrival(sampleRow(rowId)))
      await under.frame()
    }
    expect(under.asked('searchNotifications')).toBe(1)
    under.answer('searchNotifications', found(6, 5, 4))
    under.advance(1_000)
    await under.frame()
    expect(under.asked('searchNotifications')).toBe(2)
    expect(rowIds(under)).toEqual([6, 5, 4])
    // The second came while the first was waited for: the index may have been behind.
    under.advance(1_000)
    await under.frame()
    under.advance(5_000)
    await under.frame()
    expect(under.asked('searchNotifications')).toBe(3)
  })

  test('are not asked for when nothing is searched for', async () => {
    const under = await start()
    under.change(11, arrival(sampleRow(5)))
    await under.frame()
    under.advance(5_000)
    await under.frame()
    expect(under.asked('searchNotifications')).toBe(0)
  })
})

test('a snapshot does not end a search', async () => {
  const under = await start()
  under.answer('searchNotifications', found(3))
  under.store.list.setSearch('title ')
  await under.frame()
  under.setHost(true)
  await under.frame()
  await under.frame()
  expect(under.shown().list.search).toBe('title ')
  expect(under.asked('searchNotifications')).toBe(2)
  expect(rowIds(under)).toEqual([3])
})

describe('deleting', () => {
  test('moves to the row that takes its place, and its detail follows where it may', async () => {
    const under = await start()
    under.store.selection.select(3, { open: true, reveal: false })
    under.store.rows.remove([3], { keepOpen: true })
    under.change(11, deletion(3))
    await under.frame()
    expect(rowIds(under)).toEqual([4, 2, 1])
    expect(under.shown().selection).toMatchObject({ rowId: 2, isOpen: true })
    expect(under.inputs('deleteNotifications')).toEqual([{ rowIds: [3] }])
  })

  test('closes a detail that lies over the list, and the last row gives way to the one above', async () => {
    const under = await start()
    under.store.selection.select(1, { open: true, reveal: false })
    under.store.rows.remove([1], { keepOpen: false })
    await under.frame()
    expect(under.shown().selection).toMatchObject({ rowId: 2, isOpen: false })
    expect(under.shown().detail.kind).toBe('none')
  })

  test('elsewhere leaves the open detail a sentence, and does not move on', async () => {
    const under = await start()
    under.store.selection.select(2, { open: true, reveal: false })
    await under.frame()
    under.change(11, deletion(2))
    await under.frame()
    expect(under.shown().detail).toMatchObject({ kind: 'failed', rowId: 2 })
  })

  test('all that was read makes the list be read anew', async () => {
    const under = await storeUnderTest(sampleSnapshot({ newest: sampleRows(4, 3), counts: sampleCounts(4) }))
    under.change(11, deletion(4, 3))
    await under.frame()
    expect(under.asked('listNotifications')).toBe(1)
  })

  test('can be undone while that counts, and what came back is read', async () => {
    const under = await start()
    const job = { jobId: 7, kind: 'delete', done: 1, total: 1, file: null, problem: null } as const
    under.change(11, { kind: 'job-changed', job: { ...job, state: 'undoable', undoUntil: 501 } })
    await under.frame()
    expect(under.store.rows.undo()).toBe(true)
    expect(under.inputs('undoDeletion')).toEqual([{ jobId: 7 }])
    under.change(12, { kind: 'history-changed', counts: sampleCounts(4) })
    under.change(13, { kind: 'job-changed', job: { ...job, state: 'undoable', undoUntil: 500 } })
    await under.frame()
    expect(under.asked('listNotifications')).toBe(1)
    expect(under.store.rows.undo()).toBe(false)
  })
})

describe('a history that changed', () => {
  test('is read anew as deep as the list was, and moves nothing that is being read', async () => {
    const newest = sampleRows(1_200, 1)
    const under = await storeUnderTest(sampleSnapshot({ newest, counts: sampleCounts(1_200) }))
    under.store.list.setHolding(true)
    under.change(11, arrival(sampleRow(1_201)))
    await under.frame()
    under.answerBy('listNotifications', ({ limit, beforeRowId = 1_202 }) => ({
      rows: sampleRows(beforeRowId - 1, beforeRowId - limit),
      hasOlder: true,
      hasNewer: false,
    }))
    under.change(12, { kind: 'history-changed', counts: sampleCounts(1_201) })
    await under.frame()
    await under.frame()
    expect(under.inputs('listNotifications')).toEqual([
      { filter: {}, limit: 500 },
      { filter: {}, limit: 500, beforeRowId: 702 },
      { filter: {}, limit: 200, beforeRowId: 202 },
    ])
    expect(rowIds(under)).toEqual(sampleRows(1_200, 2).map(({ rowId }) => rowId))
    expect(under.shown().list).toMatchObject({ heldCount: 1, held: [{ rowId: 1_201 }] })
  })
})

describe('the story', () => {
  test('is read after the opening was noted, and again when something happens', async () => {
    const under = await start()
    under.answer('getStory', { steps: [{ at: 1, step: 'received', reason: null }] })
    under.store.selection.select(2, { open: true, reveal: false })
    await under.frame()
    expect(under.inputs('noteOpened')).toEqual([{ rowId: 2 }])
    expect(under.shown().detail).toMatchObject({ kind: 'shown', story: { steps: [{ step: 'received' }] } })
    under.change(11, { kind: 'acknowledgement-changed', rowIds: [2], acknowledgement: 'confirmed' })
    await under.frame()
    expect(under.asked('getStory')).toBe(2)
    expect(under.asked('noteOpened')).toBe(1)
  })
})
