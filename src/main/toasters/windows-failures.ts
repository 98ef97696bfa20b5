/** What it means when Windows shows no toast. */
import { type Wording, worded } from '../../i18n/wording.ts'
import type { ShowFailure } from './live-notifications.ts'

export const switchedOff = worded('native-toasts.windows.off')
export const noWindowsService = worded('native-toasts.windows.no-service')
const unknownApp = worded('native-toasts.windows.unknown')

/** By HRESULT; the first six are named in Electron's windows_toast_notification.cc, `FailureResultToString`. */
const forAll: ReadonlyMap<number, Wording> = new Map([
  // 0x803E0111: for all programs, or for Tocsin; by the user or by an administrator.
  [-2143420143, switchedOff],
  // 0x803E0114: toasts alone.
  [-2143420140, switchedOff],
  // 0x803E0112
  [-2143420142, unknownApp],
  // 0x803E0105
  [-2143420155, noWindowsService],
  // 0x803E0208
  [-2143419896, unknownApp],
  // 0x80070490, element not found: the App User Model ID is in no shortcut.
  [-2147023728, unknownApp],
])

/** @param error as Electron's event `failed` gives it: words that end in `(HRESULT: -2143420143)` */
export function explainWindowsFailure(error: string): ShowFailure {
  const result = /\(HRESULT: (-?\d+)\)/.exec(error)?.[1]
  const reason = result === undefined ? undefined : forAll.get(Number(result))
  return reason === undefined
    ? { reason: worded('native-toasts.windows.failed', { error: error.trim() }), isForAll: false }
    : { reason, isForAll: true }
}
