/** Whether somebody looks at the list: then what arrives needs no toast. Pure. */
import { isSameFilter, noFilter } from '../list/list-filter.ts'
import { isSearching } from '../search/search-query.ts'
import type { WindowState } from '../store/window-state.ts'

export type Page = {
  readonly hasFocus: boolean
  readonly isVisible: boolean
  /** Everything is side by side; otherwise there are tabs, and a detail lies over the list. */
  readonly isWide: boolean
}

type Shown = Pick<WindowState, 'place' | 'selection' | 'list'>

export function isWatching(page: Page, { place, selection, list }: Shown): boolean {
  if (!page.hasFocus || !page.isVisible || place.isSettingsOpen) return false
  // Otherwise what arrives is neither a toast nor a row in sight.
  if (!isSameFilter(list.filter, noFilter) || isSearching(list.search) || list.isHolding) return false
  return page.isWide || (place.tab === 'notifications' && !selection.isOpen)
}
