/** Shows toasts with the page's Notification API, where the host leaves that to the page. */
import type { ContractClient } from '../../contract/client.ts'
import type { Toast } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'

/** What is used of a shown toast; the page's own Notification fits. */
export type ShownToast = {
  close(): void
  onshow: ((event: Event) => void) | null
  onerror: ((event: Event) => void) | null
  onclick: ((event: Event) => void) | null
  onclose: ((event: Event) => void) | null
}

type Deps = {
  readonly client: Pick<ContractClient, 'on' | 'call'>
  /** Null where toasts are not permitted. */
  readonly show: (toast: Toast) => ShownToast | null
  /** Brings the page to the front: only a click on one of its toasts lets it. */
  readonly focusPage: () => void
  readonly i18n: () => I18n
}

/** @returns its own end; toasts that are shown stay */
export function createPageToaster({ client, show, focusPage, i18n }: Deps): () => void {
  const shown = new Map<string, ShownToast>()
  // Nobody waits for these: a story without such a line is told all the same.
  const noteOutcome = (toastId: string, reason: string | null): void => {
    client.call('noteToastOutcome', { toastId, reason }).catch(() => {})
  }
  const forget = (toastId: string, toast: ShownToast): void => {
    if (shown.get(toastId) === toast) shown.delete(toastId)
  }

  const stopShowing = client.on('toastRequested', (toast) => {
    const { toastId } = toast
    const made = show(toast)
    if (made === null) {
      noteOutcome(toastId, i18n().t('toasts.outcome.not-allowed'))
      return
    }
    shown.set(toastId, made)
    made.onshow = () => noteOutcome(toastId, null)
    made.onerror = () => {
      forget(toastId, made)
      noteOutcome(toastId, i18n().t('toasts.outcome.not-shown'))
    }
    // One that was replaced says that it is closed: its place is another's by then.
    made.onclose = () => forget(toastId, made)
    made.onclick = () => {
      made.close()
      focusPage()
      // The engine answers with what is to be seen.
      client.call('noteToastActivated', { toastId, action: 'open' }).catch(() => {})
    }
  })
  const stopWithdrawing = client.on('toastsWithdrawn', ({ toastIds }) => {
    for (const toastId of toastIds) {
      shown.get(toastId)?.close()
      shown.delete(toastId)
    }
  })
  return () => {
    stopShowing()
    stopWithdrawing()
  }
}

/** Its name is the tag: one takes the place of another of that name, and several open tabs share one toast. */
export function showPageToast({ toastId, title, body, isSilent }: Toast): ShownToast | null {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return null
  try {
    return new Notification(title, { body, tag: toastId, silent: isSilent })
  } catch {
    return null // Some mobile browsers allow it in service workers only, and throw.
  }
}
