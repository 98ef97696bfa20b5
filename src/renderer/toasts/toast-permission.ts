/** Whether this page may show toasts, and the question to the reader. */
import { useSyncExternalStore } from 'react'

export type ToastPermission = NotificationPermission | 'unsupported'

export function readToastPermission(): ToastPermission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported'
}

/** Follows the permission, which may also be changed in the browser's own settings. */
export function useToastPermission(): ToastPermission {
  return useSyncExternalStore(watchPermission, readToastPermission)
}

export async function askForToasts(): Promise<void> {
  await Notification.requestPermission()
}

function watchPermission(listener: () => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // A browser that cannot tell of changes is read again when the reader comes back to the page.
  window.addEventListener('focus', listener, { signal })
  navigator.permissions
    ?.query({ name: 'notifications' })
    .then((status) => status.addEventListener('change', listener, { signal }))
    .catch(() => {})
  return () => ending.abort()
}
