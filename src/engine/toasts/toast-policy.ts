/** Decides whether a notification is shown as a toast. Pure; every silence has its reason (toast-fate.ts). */

import type { Settings } from '../../contract/settings-table.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'
import { type ToastFate, toastFates } from './toast-fate.ts'

export function decideToast(_notification: ParsedNotification, settings: Settings): ToastFate {
  return settings.toasts ? toastFates.shown : toastFates.switchedOff
}
