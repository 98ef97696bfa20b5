/** Asks, quietly and once, whether this page may show toasts. Only where the page is what shows them. */
import { Bell } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Notice } from '../notices/notice.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { useIsLater } from '../time/use-is-later.ts'
import { shouldWelcome } from '../welcome/should-welcome.ts'
import { askForToasts, useToastPermission } from './toast-permission.ts'

/** The browser takes its time to say what is permitted: it is not asked while the window opens. */
const askedAfterMs = 1_000

export function ToastPermissionNotice() {
  // The first steps ask for themselves.
  const isWanted = useWindowState(
    ({ engine }) =>
      engine?.capabilities.toasts === 'page' && engine.settings.toasts && !shouldWelcome(engine),
  )
  const isLate = useIsLater(askedAfterMs)
  return isWanted && isLate ? <Question /> : null
}

function Question() {
  const permission = useToastPermission()
  const { t } = useI18n()
  const [isDismissed, setDismissed] = useState(readDismissal)
  const dismiss = (): void => {
    setDismissed(true)
    keepDismissal()
  }
  if (permission !== 'default' || isDismissed) return null
  return (
    <Notice
      tone="neutral"
      icon={Bell}
      action={
        <>
          <button type="button" className="button" onClick={() => void askForToasts()}>
            {t('toasts.allow')}
          </button>
          <button type="button" className="button button-quiet" onClick={dismiss}>
            {t('toasts.not-now')}
          </button>
        </>
      }
    >
      {t('toasts.permission.ask')}
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
