/** Shows toasts for what was stored, and withdraws them once it is read. */
import type { Toast } from '../../contract/events.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Settings } from '../../contract/settings-table.ts'
import { decideToast } from './toast-policy.ts'
import { toToast } from './toast-text.ts'

/** Where a host shows toasts. */
export type Toaster = {
  show(toast: Toast): void
  /** Those that were never shown, or are gone already, are no error. */
  withdraw(rowIds: readonly number[]): void
}

export type Toasts = {
  arrived(rows: readonly NotificationRow[], settings: Settings): void
  read(rowIds: readonly number[]): void
  allRead(upToRowId: number): void
}

/** Older toasts are left to the system: nobody withdraws what has scrolled out of its list. */
const rememberedLimit = 200

/** @param onFault told of what a host's toaster threw: a toast that cannot be shown is no reason to stop */
export function createToasts(toaster: Toaster, onFault: (fault: unknown) => void): Toasts {
  const shown = new Set<number>()

  function guard(work: () => void): void {
    try {
      work()
    } catch (fault) {
      onFault(fault)
    }
  }

  function withdraw(rowIds: readonly number[]): void {
    const known = rowIds.filter((rowId) => shown.delete(rowId))
    if (known.length > 0) guard(() => toaster.withdraw(known))
  }

  return {
    arrived(rows, settings) {
      for (const row of rows) {
        if (!decideToast(row, settings).show) continue
        shown.add(row.rowId)
        guard(() => toaster.show(toToast(row)))
      }
      for (const rowId of shown) {
        if (shown.size <= rememberedLimit) break
        shown.delete(rowId)
      }
    },
    read: withdraw,
    allRead: (upToRowId) => withdraw([...shown].filter((rowId) => rowId <= upToRowId)),
  }
}
