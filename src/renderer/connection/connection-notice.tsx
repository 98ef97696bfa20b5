/** Why there is no connection, and when the next attempt comes. */
import { Unplug, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Notice } from '../notices/notice.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { secondsUntil } from '../time/relative-time.ts'
import { useTicking } from '../time/ticker-context.tsx'
import { RetryButton } from './retry-button.tsx'
import { useConnectionPageShown } from './use-connection-page-shown.ts'

export function ConnectionNotice() {
  const connection = useWindowState(({ engine }) => engine?.connection ?? null)
  const [lastReason, setLastReason] = useState('')
  const reason = connection !== null && 'reason' in connection ? displayLine(connection.reason) : lastReason
  if (reason !== lastReason) setLastReason(reason)
  // There it is said at length.
  if (useConnectionPageShown()) return null
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
  const { t } = useI18n()
  const seconds = useTicking((nowMs) => (retryAt === null ? 0 : secondsUntil(retryAt, nowMs)))
  return (
    <Notice tone="warning" icon={WifiOff} action={<RetryButton isUnderWay={retryAt === null} />}>
      <bdi>{reason === '' ? t('connection.lost') : reason}</bdi>{' '}
      <span className="countdown">
        {seconds === 0 ? t('connection.trying') : t('connection.next-in', { seconds })}
      </span>
    </Notice>
  )
}
