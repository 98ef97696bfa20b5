/** Whether somebody looks at the list: then what arrives needs no toast. Pure. */
import type { WindowState } from '../store/window-state.ts'

export type Page = {
  readonly hasFocus: boolean
  readonly isVisible: boolean
  /** Everything is side by side; otherwise there are tabs, and a detail lies over the list. */
  readonly isWide: boolean
}

type Shown = Pick<WindowState, 'place' | 'selection'>

export function isWatching(page: Page, { place, selection }: Shown): boolean {
  if (!page.hasFocus || !page.isVisible || place.isSettingsOpen) return false
  return page.isWide || (place.tab === 'notifications' && !selection.isOpen)
}
