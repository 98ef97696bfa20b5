/** Decides whether a notification is shown as a toast. Pure; every silence has its reason. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Settings } from '../../contract/settings-table.ts'

export type ToastDecision = { readonly show: true } | { readonly show: false; readonly reason: string }

export function decideToast(_row: NotificationRow, settings: Settings): ToastDecision {
  if (!settings.toasts) return { show: false, reason: 'Toasts are switched off in the settings.' }
  return { show: true }
}
