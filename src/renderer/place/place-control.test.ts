import { expect, test } from 'vitest'
import { paneLimits } from '../layout/pane-limits.ts'
import { firstSizes } from '../layout/pane-sizes.ts'
import { sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { storeUnderTest } from '../store/store-under-test.ts'

async function placeUnderTest() {
  const under = await storeUnderTest(sampleSnapshot({ newest: sampleRows(3, 1) }))
  return { ...under, place: under.store.place }
}

test('a panel takes the place of the open notification, and the list keeps its hands off the focus', async () => {
  const { store, place, frame, shown } = await placeUnderTest()
  store.selection.select(2, { open: true, reveal: false })
  await frame()
  const { revealCount } = shown().selection
  place.show('connection')
  await frame()
  expect(shown().place).toMatchObject({ tab: 'connection', panel: 'connection' })
  expect(shown().selection).toMatchObject({ rowId: 2, isOpen: false, revealCount })
  expect(shown().detail).toEqual({ kind: 'none' })
})

test('the list is no panel: what stands beside it stays', async () => {
  const { store, place, frame, shown } = await placeUnderTest()
  place.show('connection')
  store.selection.select(2, { open: true, reveal: false })
  place.show('notifications')
  await frame()
  expect(shown().place).toMatchObject({ tab: 'notifications', panel: 'connection' })
  expect(shown().selection.isOpen).toBe(true)
})

test('a pane has its width within its limits, or by itself', async () => {
  const { place, frame, shown } = await placeUnderTest()
  place.resize('panel', 5_000)
  place.resize('sidebar', 200)
  place.setSidebarHidden(true)
  await frame()
  expect(shown().place.sizes).toEqual({ sidebar: 200, panel: paneLimits.panel.maxPx, isSidebarHidden: true })
  place.resize('panel', null)
  await frame()
  expect(shown().place.sizes.panel).toBe(firstSizes.panel)
})
