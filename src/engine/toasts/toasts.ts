/** Shows toasts for what was stored, and withdraws them once it is read. */
import type { Toast } from '../../contract/events.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { ToastFate } from './toast-fate.ts'
import { toastFates } from './toast-fate.ts'
import { toToast } from './toast-text.ts'

/** Where a host shows toasts. */
export type Toaster = {
  /** @returns null when it was handed on; otherwise why it is not shown, a sentence for people */
  show(toast: Toast): string | null
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

/** `reason`: a sentence for people. */
export type NotShown = { readonly rowId: number; readonly reason: string }

export type ToastsDeps = {
  readonly toaster: Toaster
  /** Of one batch, where there are any. */
  onNotShown(notShown: readonly NotShown[]): void
  /** What a host's toaster threw: a toast that cannot be shown is no reason to stop. */
  onFault(fault: unknown): void
}

export function createToasts({ toaster, onNotShown, onFault }: ToastsDeps): Toasts {
  const shown = new Set<number>()

  function guard(work: () => void): void {
    try {
      work()
    } catch (fault) {
      onFault(fault)
    }
  }

  /** What a toaster throws is a fault, and a reason too. */
  function tryToShow(toast: Toast): string | null {
    try {
      return toaster.show(toast)
    } catch (fault) {
      onFault(fault)
      return fault instanceof Error ? fault.message : String(fault)
    }
  }

  function withdraw(rowIds: readonly number[]): void {
    const known = rowIds.filter((rowId) => shown.delete(rowId))
    if (known.length > 0) guard(() => toaster.withdraw(known))
  }

  return {
    arrived(rows, fates) {
      const notShown: NotShown[] = []
      for (const [place, row] of rows.entries()) {
        if (fates[place] !== toastFates.shown) continue
        const reason = tryToShow(toToast(row))
        if (reason === null) shown.add(row.rowId)
        else notShown.push({ rowId: row.rowId, reason })
      }
      if (notShown.length > 0) guard(() => onNotShown(notShown))
      for (const rowId of shown) {
        if (shown.size <= rememberedLimit) break
        shown.delete(rowId)
      }
    },
    read: withdraw,
    allRead: (upToRowId) => withdraw([...shown].filter((rowId) => rowId <= upToRowId)),
  }
}
