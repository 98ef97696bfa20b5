/** What can be done with the notification that is open. */
import { Check, Pin, PinOff, Trash2 } from 'lucide-react'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import { SnoozeMenu } from '../snooze/snooze-menu.tsx'
import { useStore } from '../store/store-context.tsx'
import { CopyButton } from './copy-button.tsx'

type Props = {
  readonly notification: NotificationDetail
  /** Whether the panel stays when this notification goes, and shows the next one. */
  readonly keepOpen: boolean
}

export function DetailActions({ notification, keepOpen }: Props) {
  const store = useStore()
  const { rowId, readAt, pinnedAt, frame } = notification
  const isPinned = pinnedAt !== null
  const PinIcon = isPinned ? PinOff : Pin
  return (
    <div className="detail-actions">
      {readAt === null && (
        <button
          type="button"
          className="button button-primary"
          onClick={() => store.run('markAsRead', { rowIds: [rowId] })}
        >
          <Check size={15} aria-hidden="true" />
          Mark as read
        </button>
      )}
      {readAt === null && <SnoozeMenu rowId={rowId} />}
      <button
        type="button"
        className="button"
        title="Pinned notifications are kept (p)"
        onClick={() => store.rows.setPinned(rowId, !isPinned)}
      >
        <PinIcon size={15} aria-hidden="true" />
        {isPinned ? 'Unpin' : 'Pin'}
      </button>
      <button
        type="button"
        className="button"
        title="Delete (#)"
        onClick={() => store.rows.remove(rowId, { keepOpen })}
      >
        <Trash2 size={15} aria-hidden="true" />
        Delete
      </button>
      <CopyButton text={frame} />
    </div>
  )
}
