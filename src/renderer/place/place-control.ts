/** Goes to places in the window: a tab or a panel, the settings, a menu. */
import type { PaneName } from '../layout/pane-limits.ts'
import { firstSizes, withinLimits } from '../layout/pane-sizes.ts'
import { isPanel, type TabName } from '../layout/tab-name.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { Place } from './place.ts'

export type PlaceControl = {
  /** Shows the tab, and where it is one of the right pane's panels, that: an open notification would hide it. */
  show(tab: TabName): void
  openSettings(): void
  closeSettings(): void
  /** Opens the snooze menu of a row once its detail is shown. */
  wantSnoozeMenu(rowId: number): void
  snoozeMenuOpened(): void
  /** @param widthPx null for the width it has by itself */
  resize(pane: PaneName, widthPx: number | null): void
  setSidebarHidden(isSidebarHidden: boolean): void
}

export function createPlaceControl(cell: StateCell<WindowState>): PlaceControl {
  const go = (change: Partial<Place>): void =>
    cell.update((state) => ({ ...state, place: { ...state.place, ...change } }))
  const size = (change: Partial<Place['sizes']>): void =>
    go({ sizes: { ...cell.read().place.sizes, ...change } })
  return {
    show(tab) {
      if (!isPanel(tab)) return go({ tab })
      go({ tab, panel: tab, snoozeMenuFor: null })
      // Unlike closing it by hand this does not ask the list for the focus: the reader goes elsewhere.
      cell.update((state) => ({
        ...state,
        ...{ selection: { ...state.selection, isOpen: false }, detail: { kind: 'none' } },
      }))
    },
    openSettings: () => go({ isSettingsOpen: true }),
    closeSettings: () => go({ isSettingsOpen: false }),
    wantSnoozeMenu: (rowId) => go({ snoozeMenuFor: rowId }),
    snoozeMenuOpened: () => go({ snoozeMenuFor: null }),
    resize: (pane, widthPx) =>
      size({ [pane]: widthPx === null ? firstSizes[pane] : withinLimits(pane, widthPx) }),
    setSidebarHidden: (isSidebarHidden) => size({ isSidebarHidden }),
  }
}
