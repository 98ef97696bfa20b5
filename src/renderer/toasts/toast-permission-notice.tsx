/** Asks, quietly and once, whether this page may show toasts. Only where the page is what shows them. */
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { Notice } from '../notices/notice.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { askForToasts, useToastPermission } from './toast-permission.ts'

export function ToastPermissionNotice() {
  const isAsked = useWindowState(
    ({ engine }) => engine?.capabilities.toasts === 'page' && engine.settings.toasts,
  )
  const permission = useToastPermission()
  const [isDismissed, setDismissed] = useState(readDismissal)
  const dismiss = (): void => {
    setDismissed(true)
    keepDismissal()
  }
  if (!isAsked || permission !== 'default' || isDismissed) return null
  return (
    <Notice
      tone="neutral"
      icon={Bell}
      action={
        <>
          <button type="button" className="button" onClick={() => void askForToasts()}>
            Allow toasts
          </button>
          <button type="button" className="button button-quiet" onClick={dismiss}>
            Not now
          </button>
        </>
      }
    >
      Tocsin can show each new notification on your screen while this page is open.
    </Notice>
  )
}

/** This browser's own memory: it is this browser that would show the toasts. Where it keeps nothing, it asks again. */
const dismissalKey = 'tocsin.toasts.not-now'

function readDismissal(): boolean {
  try {
    return localStorage.getItem(dismissalKey) !== null
  } catch {
    return false
  }
}

function keepDismissal(): void {
  try {
    localStorage.setItem(dismissalKey, 'yes')
  } catch {
    // Then the notice stays away until the page is loaded again.
  }
}
