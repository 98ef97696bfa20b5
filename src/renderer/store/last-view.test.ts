import { expect, test } from 'vitest'
import { anchorDepth } from '../list/list-anchor.ts'
import { sampleCounts, sampleRows } from '../list/sample-rows.ts'
import type { ViewState } from '../view-state/view-state.ts'
import { sampleSnapshot } from './sample-snapshot.ts'
import { goneRowId, storeUnderTest } from './store-under-test.ts'

const lastView = (changes: Partial<ViewState> = {}): ViewState => ({
  ...{ version: 1, savedAt: 1, filter: {}, search: '', tab: 'notifications' },
  ...{ selectedRowId: null, isDetailOpen: false, anchor: null, ...changes },
})
const snapshot = sampleSnapshot({ newest: sampleRows(100, 1), counts: sampleCounts(100) })

test('the filter and the search of last time are asked for, once the engine is there', async () => {
  const filter = { isUnread: true }
  const filtered = await storeUnderTest(snapshot, lastView({ filter }))
  expect(filtered.inputs('listNotifications')).toMatchObject([{ filter }])
  const searched = await storeUnderTest(snapshot, lastView({ search: 'disk ' }))
  expect(searched.inputs('searchNotifications')).toMatchObject([{ query: 'disk ' }])
  await searched.frame()
  expect(searched.shown().list).toMatchObject({ search: 'disk ', isLoading: false })
})

test('the detail that was open is read again, and is not noted as opened once more', async () => {
  const store = await storeUnderTest(snapshot, lastView({ selectedRowId: 2, isDetailOpen: true }))
  await store.frame()
  expect(store.shown().detail).toMatchObject({ kind: 'shown', rowId: 2 })
  expect(store.asked('noteOpened')).toBe(0)
})

test('a detail whose notification is gone is closed without a word', async () => {
  const gone = await storeUnderTest(snapshot, lastView({ selectedRowId: goneRowId, isDetailOpen: true }))
  await gone.frame()
  expect(gone.shown().detail).toEqual({ kind: 'none' })
  expect(gone.shown().selection).toMatchObject({ rowId: goneRowId, isOpen: false })
})

test('the list is read down to a row, page by page, and no further', async () => {
  const store = await storeUnderTest({ ...snapshot, counts: sampleCounts(9_000) })
  store.answerBy('listNotifications', ({ beforeRowId = 9_001, limit }) => ({
    rows: sampleRows(beforeRowId - 1, Math.max(1, beforeRowId - limit)),
    hasOlder: beforeRowId - limit > 1,
  }))
  store.store.list.reach(8_200)
  await store.frame()
  expect(store.asked('listNotifications')).toBe(2)
  expect(store.shown().list.rows.at(-1)?.rowId).toBe(8_001)
  store.store.list.reach(1)
  await store.frame()
  expect(store.shown().list.rows).toHaveLength(anchorDepth)
})
