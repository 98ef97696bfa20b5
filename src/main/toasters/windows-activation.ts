/** What Windows hands back when a toast is clicked: written into the toast, read from the activation, also in a later run. */
import type { ActivationArguments } from 'electron'
import { type ToastAction, toastActions } from '../../contract/toast.ts'

// Electron reads `type`, `action` and `tag` (windows_toast_activator.cc, `HandleToastActivation`); `do` is our own, since
// a later version of Tocsin may have its buttons in another order.
export const toLaunchArguments = (toastId: string): string => `type=click&tag=${encodeURIComponent(toastId)}`

export const toActionArguments = (toastId: string, place: number, action: ToastAction): string =>
  `type=action&action=${place}&do=${action}&tag=${encodeURIComponent(toastId)}`

export type Activation = { readonly toastId: string; readonly action: ToastAction }

/** @returns null where it names no toast, or asks for what this version does not know */
export function readActivation({
  type,
  arguments: args,
}: Pick<ActivationArguments, 'type' | 'arguments'>): Activation | null {
  const parts = new URLSearchParams(args)
  const toastId = parts.get('tag')
  if (toastId === null || toastId === '') return null
  if (type === 'click') return { toastId, action: 'open' }
  const action = toastActions.find((each) => each === parts.get('do'))
  return type === 'action' && action !== undefined ? { toastId, action } : null
}
