/** What is kept of a window that was closed, so that the next one shows the same place. Pure. */
import { validate } from '../../contract/validate.ts'
import type { Anchor } from '../list/list-anchor.ts'
import { isFiltering, noFilter } from '../list/list-filter.ts'
import { searchTextLimit } from '../search/search-query.ts'
import type { WindowState } from '../store/window-state.ts'
import { type ViewState, ViewStateSchema } from './view-state-schema.ts'

/** Who comes back later wants to see what is new, and not where they stopped. */
export const sameVisitMs = 8 * 3_600_000

export function toViewState(state: WindowState, anchor: Anchor, nowMs: number): ViewState {
  const { list, selection, place } = state
  return {
    ...{ version: 2, savedAt: nowMs, filter: list.filter, search: list.search.slice(0, searchTextLimit) },
    ...{ tab: place.tab, panel: place.panel, sizes: place.sizes },
    ...{ selectedRowId: selection.rowId, isDetailOpen: selection.isOpen, anchor },
  }
}

/**
 * @param text as it was kept, or whatever stands there by now
 * @returns null where it says nothing; after eight hours the filter and the window's layout alone
 */
export function readViewState(text: string | null, nowMs: number): ViewState | null {
  const kept = validate(ViewStateSchema, parse(text))
  if (!kept.ok) return null
  const view = isFiltering(kept.value.filter) ? kept.value : { ...kept.value, filter: noFilter }
  // A clock that was set back says nothing about how long it was.
  if (Math.abs(nowMs - view.savedAt) <= sameVisitMs) return view
  return { ...view, search: '', selectedRowId: null, isDetailOpen: false, anchor: null }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
