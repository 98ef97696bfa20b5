/** Why there is no connection, and when the next attempt comes. */
import { RotateCw, Unplug, WifiOff } from 'lucide-react'
import type { ConnectionView } from '../../contract/snapshot.ts'
import { Notice } from '../notices/notice.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { secondsUntil } from '../time/relative-time.ts'
import { useTicking } from '../time/ticker-context.tsx'

export function ConnectionNotice() {
  const connection = useWindowState(({ engine }) => engine?.connection ?? null)
  if (connection?.phase === 'waiting') return <WaitingNotice connection={connection} />
  if (connection?.phase !== 'disconnected') return null
  const reason = displayLine(connection.reason)
  return reason === '' ? null : (
    <Notice tone="neutral" icon={Unplug}>
      {reason}
    </Notice>
  )
}

function WaitingNotice({
  connection,
}: {
  readonly connection: Extract<ConnectionView, { phase: 'waiting' }>
}) {
  const store = useStore()
  const seconds = useTicking((nowMs) => secondsUntil(connection.retryAt, nowMs))
  return (
    <Notice
      tone="warning"
      icon={WifiOff}
      action={
        <button type="button" className="button" onClick={() => store.run('retryNow', {})}>
          <RotateCw size={14} aria-hidden="true" />
          Retry now
        </button>
      }
    >
      <bdi>{displayLine(connection.reason, 'The connection was lost.')}</bdi>{' '}
      <span className="countdown">{seconds === 0 ? 'Trying again…' : `Next attempt in ${seconds} s.`}</span>
    </Notice>
  )
}
