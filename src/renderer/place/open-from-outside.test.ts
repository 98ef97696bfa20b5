import { expect, test } from 'vitest'
import { firstSizes } from '../layout/pane-sizes.ts'
import { sampleCounts, sampleRow, sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { storeUnderTest } from '../store/store-under-test.ts'
import type { ViewState } from '../view-state/view-state-schema.ts'
import { openFromOutside } from './open-from-outside.ts'

const lastView: ViewState = {
  ...{ version: 2, savedAt: 1, filter: { type: 'error' }, search: 'disk ', tab: 'connection' },
  ...{ panel: 'connection', sizes: firstSizes },
  ...{ selectedRowId: 9, isDetailOpen: true, anchor: { rowId: 50, offsetPx: 3 } },
}

async function openerUnderTest(isTouched: boolean) {
  const snapshot = sampleSnapshot({ newest: sampleRows(100, 1), counts: sampleCounts(100) })
  const under = await storeUnderTest(snapshot, lastView)
  under.answer('listNotifications', { rows: [sampleRow(100)], hasOlder: false, hasNewer: false })
  await under.frame()
  const { store } = under
  const end = openFromOutside({
    ...{ client: store.client, store, focusPage: () => {}, isTouched: () => isTouched },
  })
  return { ...under, end }
}

test('a notification wins over what was kept of the last window', async () => {
  const { store, tell, frame, shown } = await openerUnderTest(false)
  expect(store.listAnchor.read()).toEqual(lastView.anchor)
  tell('notificationOpened', { rowId: 100 })
  await frame()
  expect(store.listAnchor.read()).toBeNull()
  expect(shown().list).toMatchObject({ filter: {}, search: '' })
  expect(shown().selection).toMatchObject({ rowId: 100, isOpen: true })
  expect(shown().place.tab).toBe('notifications')
})

test('what the reader searches for now stays when a notification is opened', async () => {
  const { tell, frame, shown } = await openerUnderTest(true)
  tell('notificationOpened', { rowId: 100 })
  await frame()
  expect(shown().list).toMatchObject({ filter: lastView.filter, search: lastView.search })
  expect(shown().selection).toMatchObject({ rowId: 100, isOpen: true })
})

test('a search is put into the box, over all there is, with the list in sight', async () => {
  const { store, tell, frame, shown, inputs } = await openerUnderTest(true)
  store.place.openSettings()
  tell('searchOpened', { query: 'is:unread' })
  await frame()
  expect(shown().list).toMatchObject({ filter: {}, search: 'is:unread' })
  expect(inputs('searchNotifications').at(-1)).toMatchObject({ query: 'is:unread' })
  expect(shown().place).toMatchObject({ tab: 'notifications', isSettingsOpen: false })
  expect(shown().selection.isOpen).toBe(false)
})

test('the settings are shown, and its end leaves nothing', async () => {
  const { tell, frame, shown, end } = await openerUnderTest(true)
  tell('settingsOpened', {})
  await frame()
  expect(shown().place.isSettingsOpen).toBe(true)
  end()
  tell('notificationOpened', { rowId: 100 })
  await frame()
  expect(shown().place.isSettingsOpen).toBe(true)
})
