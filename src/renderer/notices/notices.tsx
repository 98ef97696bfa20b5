/** Everything that stands above the panes because it concerns all of them. */
import { CircleX, HardDrive, ServerOff } from 'lucide-react'
import { ConnectionNotice } from '../connection/connection-notice.tsx'
import { DoNotDisturbNotice } from '../do-not-disturb/do-not-disturb-notice.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { useTicking } from '../time/ticker-context.tsx'
import { ToastPermissionNotice } from '../toasts/toast-permission-notice.tsx'
import { ToastProblemNotice } from '../toasts/toast-problem-notice.tsx'
import { Notice } from './notice.tsx'

export function Notices() {
  const { t } = useI18n()
  const isGone = useWindowState((state) => state.host.kind === 'gone')
  return (
    <section className="notices" aria-label={t('notices.title')}>
      {isGone ? <HostGoneNotice /> : <ConnectionNotice />}
      <StorageNotice />
      {!isGone && <ToastProblemNotice />}
      {!isGone && <DoNotDisturbNotice />}
      <RefusalNotice />
      {!isGone && <ToastPermissionNotice />}
    </section>
  )
}

/** After so long the page's key may no longer fit: a host that was started anew has another. */
const hintAfterMs = 10_000

function HostGoneNotice() {
  const { t } = useI18n()
  const host = useWindowState((state) => state.host)
  const since = host.kind === 'gone' ? host.since : Number.POSITIVE_INFINITY
  const isLong = useTicking((nowMs) => nowMs - since >= hintAfterMs)
  // The command stands out, wherever a language puts it.
  const [before, after] = t(isLong ? 'notices.gone.long' : 'notices.gone', { command: '\0' }).split('\0')
  return (
    <Notice tone="error" icon={ServerOff} isAlert={true}>
      {before}
      <code>npm start</code>
      {after}
    </Notice>
  )
}

function StorageNotice() {
  const { t } = useI18n()
  const storage = useWindowState(({ engine }) => engine?.storage ?? null)
  if (storage === null || storage.problem === null) return null
  return (
    <Notice tone="error" icon={HardDrive} isAlert={true}>
      {storage.waiting === 0
        ? storage.problem
        : t('notices.waiting', { problem: storage.problem, count: storage.waiting })}
    </Notice>
  )
}

function RefusalNotice() {
  const { t } = useI18n()
  const store = useStore()
  const refusal = useWindowState((state) => state.refusal)
  if (refusal === null) return null
  const action = (
    <button type="button" className="button" onClick={store.dismissRefusal}>
      {t('notices.dismiss')}
    </button>
  )
  return (
    <Notice tone="error" icon={CircleX} isAlert={true} action={action}>
      {refusal}
    </Notice>
  )
}
