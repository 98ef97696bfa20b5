/** Why there is no connection, and when the next attempt comes. */
import { RotateCw, Unplug, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { Notice } from '../notices/notice.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { secondsUntil } from '../time/relative-time.ts'
import { useTicking } from '../time/ticker-context.tsx'

export function ConnectionNotice() {
  const connection = useWindowState(({ engine }) => engine?.connection ?? null)
  const [lastReason, setLastReason] = useState('')
  const reason = connection !== null && 'reason' in connection ? displayLine(connection.reason) : lastReason
  if (reason !== lastReason) setLastReason(reason)
  switch (connection?.phase) {
    case 'waiting':
      return <RetryNotice reason={reason} retryAt={connection.retryAt} />
    case 'connecting':
      // An attempt lasts a moment: without this the whole window would jump up and down at each of them.
      return connection.attempt > 0 && reason !== '' ? <RetryNotice reason={reason} retryAt={null} /> : null
    case 'disconnected':
      return reason === '' ? null : (
        <Notice tone="neutral" icon={Unplug}>
          {reason}
        </Notice>
      )
    default:
      return null
  }
}

type RetryNoticeProps = {
  readonly reason: string
  /** Null while an attempt is under way. */
  readonly retryAt: number | null
}

function RetryNotice({ reason, retryAt }: RetryNoticeProps) {
  const store = useStore()
  const seconds = useTicking((nowMs) => (retryAt === null ? 0 : secondsUntil(retryAt, nowMs)))
  const retry = (
    <button
      type="button"
      className="button"
      disabled={retryAt === null}
      onClick={() => store.run('retryNow', {})}
    >
      <RotateCw size={14} aria-hidden="true" />
      Retry now
    </button>
  )
  return (
    <Notice tone="warning" icon={WifiOff} action={retry}>
      <bdi>{reason === '' ? 'The connection was lost.' : reason}</bdi>{' '}
      <span className="countdown">{seconds === 0 ? 'Trying again…' : `Next attempt in ${seconds} s.`}</span>
    </Notice>
  )
}
