import { expect, test } from 'vitest'
import { firstSizes } from '../layout/pane-sizes.ts'
import { sampleCounts, sampleRows } from '../list/sample-rows.ts'
import type { ViewState } from '../view-state/view-state-schema.ts'
import { sampleSnapshot } from './sample-snapshot.ts'
import { goneRowId, storeUnderTest } from './store-under-test.ts'

const lastView = (changes: Partial<ViewState> = {}): ViewState => ({
  ...{ version: 2, savedAt: 1, filter: {}, search: '', tab: 'notifications' },
  ...{ panel: 'statistics', sizes: firstSizes },
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
