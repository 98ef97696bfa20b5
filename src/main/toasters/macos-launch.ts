/** The click on a toast that started Tocsin on macOS: Electron tells it with `ready`, and nowhere else. */
import { type ToastAction, toastActions } from '../../contract/toast.ts'

/** Of Apple's UserNotifications; a button's is Electron's own (cocoa_notification.mm). */
const defaultAction = 'com.apple.UNNotificationDefaultActionIdentifier'
const buttonAction = /^ACTION_(\d{1,2})$/

/**
 * @param launchInfo of `app`'s event `ready` (Electron's docs/api/structures/notification-response.md): checked, since
 *   other things than notifications start a program too
 * @returns null where it was no click on a toast
 */
export function readLaunch(
  launchInfo: unknown,
): { readonly toastId: string; readonly action: ToastAction } | null {
  if (typeof launchInfo !== 'object' || launchInfo === null) return null
  if (!('identifier' in launchInfo) || !('actionIdentifier' in launchInfo)) return null
  const { identifier: toastId, actionIdentifier } = launchInfo
  if (typeof toastId !== 'string' || typeof actionIdentifier !== 'string') return null
  if (actionIdentifier === defaultAction) return { toastId, action: 'open' }
  const action = toastActions[Number(buttonAction.exec(actionIdentifier)?.[1] ?? -1)]
  return action === undefined ? null : { toastId, action }
}
