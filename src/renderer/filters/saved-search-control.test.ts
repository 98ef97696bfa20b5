import { expect, test } from 'vitest'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { storeUnderTest } from '../store/store-under-test.ts'
import { undoMs } from './saved-search-control.ts'

const savedSearches = [
  { name: 'Disks', query: 'disk' },
  { name: 'Errors', query: 'type:error' },
]

async function searchesUnderTest() {
  const snapshot = sampleSnapshot()
  const under = await storeUnderTest({ ...snapshot, settings: { ...snapshot.settings, savedSearches } })
  const wished = () => under.inputs('changeSettings').at(-1)
  return { ...under, wished, searches: under.store.searches }
}

test('what is saved and renamed is a change of the settings', async () => {
  const { searches, wished } = await searchesUnderTest()
  searches.save('Backups', 'backup')
  expect(wished()).toEqual({ savedSearches: [...savedSearches, { name: 'Backups', query: 'backup' }] })
  searches.rename(1, 'Faults')
  expect(wished()).toEqual({ savedSearches: [savedSearches[0], { name: 'Faults', query: 'type:error' }] })
  searches.move(1, -1)
  expect(wished()).toEqual({ savedSearches: savedSearches.toReversed() })
})

test('a removed search can be brought back, for as long as it is offered', async () => {
  const { searches, store, wished, shown, frame, change, advance } = await searchesUnderTest()
  searches.remove(0)
  expect(wished()).toEqual({ savedSearches: [savedSearches[1]] })
  const settings = { ...sampleSnapshot().settings, savedSearches: savedSearches.slice(1) }
  change(11, { kind: 'settings-changed', settings })
  await frame()
  expect(shown().removedSearch).toEqual({ search: savedSearches[0], index: 0 })
  expect(searches.undoRemoval()).toBe(true)
  expect(wished()).toEqual({ savedSearches })
  expect(store.cell.read().removedSearch).toBeNull()

  searches.remove(0)
  advance(undoMs)
  expect(store.cell.read().removedSearch).toBeNull()
  expect(searches.undoRemoval()).toBe(false)
})

test('what changes nothing is not asked for', async () => {
  const { searches, asked } = await searchesUnderTest()
  searches.move(0, -1)
  searches.remove(7)
  expect(asked('changeSettings')).toBe(0)
})
