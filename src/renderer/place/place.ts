/** Where the reader is in the window, the list aside. */

import { firstSizes } from '../layout/pane-sizes.ts'
import type { PaneSizes } from '../layout/pane-sizes-schema.ts'
import type { PanelName, TabName } from '../layout/tab-name.ts'

export type Place = {
  /** Of the narrow layout; the wide one always shows the list. */
  readonly tab: TabName
  /** What the right pane of the wide layout shows while no notification is open. */
  readonly panel: PanelName
  readonly sizes: PaneSizes
  readonly isSettingsOpen: boolean
  /** The row whose snooze menu is to open as soon as its detail is there; null for none. */
  readonly snoozeMenuFor: number | null
}

export const firstPlace: Place = {
  ...{ tab: 'notifications', panel: 'statistics', sizes: firstSizes },
  ...{ isSettingsOpen: false, snoozeMenuFor: null },
}
