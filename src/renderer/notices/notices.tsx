/** Everything that stands above the panes because it concerns all of them. */
import { CircleX, HardDrive, ServerOff } from 'lucide-react'
import { ConnectionNotice } from '../connection/connection-notice.tsx'
import { DoNotDisturbNotice } from '../do-not-disturb/do-not-disturb-notice.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { useTicking } from '../time/ticker-context.tsx'
import { ToastPermissionNotice } from '../toasts/toast-permission-notice.tsx'
import { ToastProblemNotice } from '../toasts/toast-problem-notice.tsx'
import { Notice } from './notice.tsx'

export function Notices() {
  const isGone = useWindowState((state) => state.host.kind === 'gone')
  return (
    <section className="notices" aria-label="Notices">
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
  const host = useWindowState((state) => state.host)
  const since = host.kind === 'gone' ? host.since : Number.POSITIVE_INFINITY
  const isLong = useTicking((nowMs) => nowMs - since >= hintAfterMs)
  return (
    <Notice tone="error" icon={ServerOff} isAlert={true}>
      Tocsin is not running. Start it again with <code>npm start</code>; this page comes back by itself
      {isLong && ', or open the address that Tocsin printed'}.
    </Notice>
  )
}

function StorageNotice() {
  const storage = useWindowState(({ engine }) => engine?.storage ?? null)
  if (storage === null || storage.problem === null) return null
  return (
    <Notice tone="error" icon={HardDrive} isAlert={true}>
      {storage.problem}
      {storage.waiting > 0 && ` Waiting to be stored: ${storage.waiting}.`}
    </Notice>
  )
}

function RefusalNotice() {
  const store = useStore()
  const refusal = useWindowState((state) => state.refusal)
  if (refusal === null) return null
  const action = (
    <button type="button" className="button" onClick={store.dismissRefusal}>
      Dismiss
    </button>
  )
  return (
    <Notice tone="error" icon={CircleX} isAlert={true} action={action}>
      {refusal}
    </Notice>
  )
}
