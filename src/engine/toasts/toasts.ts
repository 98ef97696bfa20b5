/** Shows toasts for what was stored, and withdraws them once it is read. */
import type { Toast } from '../../contract/events.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { ToastFate } from './toast-fate.ts'
import { toastFates } from './toast-fate.ts'
import { toToast } from './toast-text.ts'

/** Where a host shows toasts. */
export type Toaster = {
  show(toast: Toast): void
  /** Those that were never shown, or are gone already, are no error. */
  withdraw(rowIds: readonly number[]): void
}

export type Toasts = {
  /** @param fates what was decided about each row, in the same order */
  arrived(rows: readonly NotificationRow[], fates: readonly ToastFate[]): void
  read(rowIds: readonly number[]): void
  allRead(upToRowId: number): void
}

/** Older toasts are left to the system: nobody withdraws what has scrolled out of its list. */
const rememberedLimit = 200

/**
 * @param onFault told of what a host's toaster threw, and for which row where it was one: a toast that cannot be shown
 * is no reason to stop
 */
export function createToasts(
  toaster: Toaster,
  onFault: (fault: unknown, rowId: number | null) => void,
): Toasts {
  const shown = new Set<number>()

  function guard(rowId: number | null, work: () => void): void {
    try {
      work()
    } catch (fault) {
      onFault(fault, rowId)
    }
  }

  function withdraw(rowIds: readonly number[]): void {
    const known = rowIds.filter((rowId) => shown.delete(rowId))
    if (known.length > 0) guard(null, () => toaster.withdraw(known))
  }

  return {
    arrived(rows, fates) {
      for (const [place, row] of rows.entries()) {
        if (fates[place] !== toastFates.shown) continue
        shown.add(row.rowId)
        guard(row.rowId, () => toaster.show(toToast(row)))
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
