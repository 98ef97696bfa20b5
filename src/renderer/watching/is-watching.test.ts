import { expect, test } from 'vitest'
import { initialState } from '../store/window-state.ts'
import { isWatching, type Page } from './is-watching.ts'

const inFront: Page = { hasFocus: true, isVisible: true, isWide: true }
const narrow: Page = { ...inFront, isWide: false }
const { place, selection, list } = initialState
const shown = { place, selection, list }

test('a page in front with its list is watched', () => {
  expect(isWatching(inFront, shown)).toBe(true)
  expect(isWatching(narrow, shown)).toBe(true)
})

test('without the focus, hidden, or with the settings over it, it is not', () => {
  expect(isWatching({ ...inFront, hasFocus: false }, shown)).toBe(false)
  expect(isWatching({ ...inFront, isVisible: false }, shown)).toBe(false)
  expect(isWatching(inFront, { ...shown, place: { ...place, isSettingsOpen: true } })).toBe(false)
})

test('what arrives must be in sight: with a filter, a search, or rows held back it may not be', () => {
  const changes = [{ filter: { type: 'error' as const } }, { search: 'disk' }, { isHolding: true }]
  for (const change of changes) {
    expect(isWatching(inFront, { ...shown, list: { ...list, ...change } })).toBe(false)
  }
})

test('where there is room for one pane, another tab or an open detail hides the list', () => {
  const elsewhere = { ...shown, place: { ...place, tab: 'connection' as const } }
  const reading = { ...shown, selection: { ...selection, rowId: 1, isOpen: true } }
  expect(isWatching(narrow, elsewhere)).toBe(false)
  expect(isWatching(narrow, reading)).toBe(false)
  expect(isWatching(inFront, elsewhere)).toBe(true)
  expect(isWatching(inFront, reading)).toBe(true)
})
