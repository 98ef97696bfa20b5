import { expect, test } from 'vitest'
import { initialState } from '../store/window-state.ts'
import { startFrom } from './start-from.ts'
import { readViewState, sameVisitMs, toViewState } from './view-state.ts'
import type { ViewState } from './view-state-schema.ts'

const view: ViewState = {
  ...{ version: 2, savedAt: 1_000, filter: { type: 'error', isUnread: true }, search: 'disk' },
  ...{ tab: 'connection', panel: 'connection', sizes: { sidebar: 200, panel: null, isSidebarHidden: true } },
  ...{ selectedRowId: 7, isDetailOpen: true, anchor: { rowId: 9, offsetPx: 12.5 } },
}

test('what is written down is read again, and the window starts there', () => {
  const state = startFrom(readViewState(JSON.stringify(view), 2_000))
  expect(state).toMatchObject({
    list: { filter: { type: 'error', isUnread: true }, search: 'disk', isLoading: true, rows: [] },
    selection: { rowId: 7, isOpen: true },
    detail: { kind: 'loading', rowId: 7 },
    place: { tab: 'connection', panel: 'connection', sizes: view.sizes, isSettingsOpen: false },
  })
  expect(toViewState(state, view.anchor, 1_000)).toEqual(view)
})

test('after eight hours the filter and the tab are kept, the place in the list and the search are not', () => {
  const late = readViewState(JSON.stringify(view), view.savedAt + sameVisitMs + 1)
  expect(late).toMatchObject({
    filter: view.filter,
    tab: 'connection',
    panel: 'connection',
    sizes: view.sizes,
  })
  expect(late).toMatchObject({ search: '', anchor: null, selectedRowId: null, isDetailOpen: false })
  expect(readViewState(JSON.stringify(view), view.savedAt + sameVisitMs)).toEqual(view)
})

test.each([
  ['nothing', null],
  ['an empty text', ''],
  ['no JSON', '{'],
  ['no object', '7'],
  ['another version', JSON.stringify({ ...view, version: 1 })],
  ['a field that is missing', JSON.stringify({ ...view, search: undefined })],
  ['an unknown tab', JSON.stringify({ ...view, tab: 'elsewhere' })],
  ['an unknown panel', JSON.stringify({ ...view, panel: 'notifications' })],
  ['a width that leaves no room', JSON.stringify({ ...view, sizes: { ...view.sizes, sidebar: 4_000 } })],
  ['a filter with more in it', JSON.stringify({ ...view, filter: { type: 'error', more: 1 } })],
  ['a search that is too long', JSON.stringify({ ...view, search: 'x'.repeat(901) })],
  ['a row id that is none', JSON.stringify({ ...view, selectedRowId: 'seven' })],
  ['an offset that is none', JSON.stringify({ ...view, anchor: { rowId: 9, offsetPx: -1 } })],
])('%s says nothing, and the window starts as ever', (_what, text) => {
  expect(readViewState(text, 2_000)).toBeNull()
  expect(startFrom(readViewState(text, 2_000))).toBe(initialState)
})

test('a detail without its row is not open', () => {
  expect(startFrom({ ...view, selectedRowId: null })).toMatchObject({
    ...{ selection: { rowId: null, isOpen: false }, detail: { kind: 'none' } },
  })
})
