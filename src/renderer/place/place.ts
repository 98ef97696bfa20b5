/** Where the reader is in the window, the list aside. */
import type { TabName } from '../layout/tab-name.ts'

export type Place = {
  /** Of the narrow layout; the wide one shows everything. */
  readonly tab: TabName
  readonly isSettingsOpen: boolean
  /** The row whose snooze menu is to open as soon as its detail is there; null for none. */
  readonly snoozeMenuFor: number | null
}

export const firstPlace: Place = { tab: 'notifications', isSettingsOpen: false, snoozeMenuFor: null }
