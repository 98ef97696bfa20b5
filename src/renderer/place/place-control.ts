/** Goes to places in the window: a tab, the settings, a menu. */
import type { TabName } from '../layout/tab-name.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import type { Place } from './place.ts'

export type PlaceControl = {
  showTab(tab: TabName): void
  openSettings(): void
  closeSettings(): void
  /** Opens the snooze menu of a row once its detail is shown. */
  wantSnoozeMenu(rowId: number): void
  snoozeMenuOpened(): void
}

export function createPlaceControl(cell: StateCell<WindowState>): PlaceControl {
  const go = (change: Partial<Place>): void =>
    cell.update((state) => ({ ...state, place: { ...state.place, ...change } }))
  return {
    showTab: (tab) => go({ tab }),
    openSettings: () => go({ isSettingsOpen: true }),
    closeSettings: () => go({ isSettingsOpen: false }),
    wantSnoozeMenu: (rowId) => go({ snoozeMenuFor: rowId }),
    snoozeMenuOpened: () => go({ snoozeMenuFor: null }),
  }
}
