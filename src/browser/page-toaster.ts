/** Toasts that the open pages show, by the browser's own notifications. */
import type { AnyEvent } from '../contract/events.ts'
import type { Toast } from '../contract/toast.ts'
import type { Toaster, ToasterListener } from '../engine/toasts/toaster.ts'
import { worded } from '../i18n/wording.ts'

export type PageToasterDeps = {
  readonly listener: Pick<ToasterListener, 'outcome'>
  /** To every open page; what became of a toast comes back as a command. */
  send(event: AnyEvent): void
  pageCount(): number
}

export function createPageToaster({ listener, send, pageCount }: PageToasterDeps): Toaster {
  function show(toast: Toast): void {
    if (pageCount() > 0) send({ name: 'toastRequested', data: toast })
    else listener.outcome(toast.toastId, worded('engine-toasts.no-page'))
  }
  return {
    show,
    update: show,
    withdraw: (toastIds) => send({ name: 'toastsWithdrawn', data: { toastIds: [...toastIds] } }),
    [Symbol.dispose]() {},
  }
}
