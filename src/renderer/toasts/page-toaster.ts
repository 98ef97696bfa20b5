/** Shows toasts with the page's Notification API, where the host leaves that to the page. */
import type { ContractClient } from '../../contract/client.ts'
import type { Toast } from '../../contract/events.ts'

/** What is used of a shown toast; the page's own Notification fits. */
export type ShownToast = {
  close(): void
  onclick: ((event: Event) => void) | null
  onclose: ((event: Event) => void) | null
}

type Deps = {
  readonly client: Pick<ContractClient, 'on' | 'call'>
  /** Null where toasts are not permitted. */
  readonly show: (toast: Toast) => ShownToast | null
  /** Somebody clicked the toast of this row. */
  readonly open: (rowId: number) => void
}

const notAllowed = 'The browser shows no toasts for this page: allow notifications for it.'

/** @returns its own end; toasts that are shown stay */
export function createPageToaster({ client, show, open }: Deps): () => void {
  const shown = new Map<number, ShownToast>()
  const stopShowing = client.on('toastRequested', (toast) => {
    const toastShown = show(toast)
    if (toastShown === null) {
      // Nobody waits for it: a story without this line is told all the same.
      client.call('noteToastFailed', { rowId: toast.rowId, reason: notAllowed }).catch(() => {})
      return
    }
    shown.set(toast.rowId, toastShown)
    toastShown.onclose = () => shown.delete(toast.rowId)
    toastShown.onclick = () => {
      toastShown.close()
      open(toast.rowId)
    }
  })
  const stopWithdrawing = client.on('toastsWithdrawn', ({ rowIds }) => {
    for (const rowId of rowIds) {
      shown.get(rowId)?.close()
      shown.delete(rowId)
    }
  })
  return () => {
    stopShowing()
    stopWithdrawing()
  }
}

/** The row's id is the tag: several open tabs then share one toast. */
export function showPageToast(toast: Toast): ShownToast | null {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return null
  try {
    return new Notification(toast.title, { body: toast.body, tag: String(toast.rowId) })
  } catch {
    return null // Some mobile browsers allow it in service workers only, and throw.
  }
}
