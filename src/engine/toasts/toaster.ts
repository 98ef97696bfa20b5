/** What shows toasts: one interface, and a file for each desktop that fulfils it. */
import type { Toast, ToastAction } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { Wording } from '../../i18n/wording.ts'

/** None of these throw, and none waits: what became of a toast is told to the listener. */
export type Toaster = Disposable & {
  /** Shows it, in the place of one of the same `toastId` where there is one. */
  show(toast: Toast): void
  /** Changes the one of that `toastId` in place, with no more noise than must be; shown anew where it is gone. */
  update(toast: Toast): void
  /** Those that were never shown, or are gone already, are no error. */
  withdraw(toastIds: readonly string[]): void
}

export type ToasterListener = {
  /**
   * Once for each `show` and `update`, at any time after it was called.
   * @param reason null when the system has taken it; otherwise why it is not shown
   */
  outcome(toastId: string, reason: Wording | null): void
  /**
   * Also of toasts that an earlier run of Tocsin has shown.
   * @param activationToken lets a window come to the front where the desktop asks for it (xdg-activation); else null
   */
  activated(toastId: string, action: ToastAction, activationToken: string | null): void
  /** The user closed it without more: it is not read. */
  dismissed(toastId: string): void
  /** @param problem why no toast can be shown, and what to do about it; null once all is well */
  problem(problem: Wording | null): void
  /** The computer's own do-not-disturb, where it can be read. */
  systemDoNotDisturb(isOn: boolean): void
}

/** @param i18n the language of now, for the words on buttons */
export type CreateToaster = (listener: ToasterListener, i18n: () => I18n) => Toaster
