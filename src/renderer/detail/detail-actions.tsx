/** What can be done with the notification that is open. */
import { BellOff, BellRing, Check, type LucideIcon, MailOpen, Pin, PinOff, Trash2 } from 'lucide-react'
import type { NotificationDetail } from '../../contract/notification-row.ts'
import { titlePattern } from '../../contract/title-pattern.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { SnoozeMenu } from '../snooze/snooze-menu.tsx'
import { isMuted } from '../statistics/mutes.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { CopyButton } from './copy-button.tsx'

type Props = {
  readonly notification: NotificationDetail
  /** Whether the panel stays when this notification goes, and shows the next one. */
  readonly keepOpen: boolean
}

export function DetailActions({ notification, keepOpen }: Props) {
  const { t } = useI18n()
  const { rows, place } = useStore()
  const isSnoozeWanted = useWindowState((state) => state.place.snoozeMenuFor === notification.rowId)
  const { rowId, readAt, pinnedAt, frame } = notification
  const rowIds = [rowId]
  const isUnread = readAt === null
  const isPinned = pinnedAt !== null
  return (
    <div className="detail-actions">
      {/* One button, so that it keeps the focus when it turns into its opposite. */}
      <CommandButton
        command={isUnread ? 'mark-as-read' : 'mark-as-unread'}
        icon={isUnread ? Check : MailOpen}
        word={t(isUnread ? 'commands.mark-as-read' : 'commands.mark-as-unread')}
        hint={isUnread ? undefined : 'detail.unread.hint'}
        isPrimary={isUnread}
        onClick={() => (isUnread ? rows.markAsRead(rowIds) : rows.markAsUnread(rowIds))}
      />
      {isUnread && (
        <SnoozeMenu
          onChoose={(choice) => rows.snooze(rowIds, choice)}
          isWanted={isSnoozeWanted}
          onWantedOpened={place.snoozeMenuOpened}
        />
      )}
      <CommandButton
        command="pin"
        icon={isPinned ? PinOff : Pin}
        word={t(isPinned ? 'detail.unpin' : 'detail.pin')}
        hint="detail.pin.hint"
        onClick={() => rows.setPinned(rowIds, !isPinned)}
      />
      <CommandButton
        command="delete"
        icon={Trash2}
        word={t('detail.delete')}
        hint="detail.delete.hint"
        onClick={() => rows.remove(rowIds, { keepOpen })}
      />
      <CopyButton text={frame} />
      <MuteButton notification={notification} />
    </div>
  )
}

/** Once muted it says so, and this same button takes it back. */
function MuteButton({ notification }: { readonly notification: NotificationDetail }) {
  const { t } = useI18n()
  const { rows } = useStore()
  const { type, title } = notification
  const isOff = useWindowState(({ engine }) =>
    isMuted(engine?.settings.mutes ?? [], { type, titlePattern: titlePattern(title) }),
  )
  return (
    <>
      <CommandButton
        command="mute"
        icon={isOff ? BellRing : BellOff}
        word={t(isOff ? 'detail.unmute' : 'detail.mute')}
        hint="detail.mute.hint"
        onClick={() => rows.toggleMuted(notification)}
      />
      <p className="detail-muted" aria-live="polite">
        {isOff && t('detail.muted')}
      </p>
    </>
  )
}

type CommandButtonProps = {
  readonly command: string
  readonly icon: LucideIcon
  readonly word: string
  readonly hint:
    | 'detail.pin.hint'
    | 'detail.delete.hint'
    | 'detail.unread.hint'
    | 'detail.mute.hint'
    | undefined
  readonly isPrimary?: boolean
  readonly onClick: () => void
}

function CommandButton({ command, icon: Icon, word, hint, isPrimary, onClick }: CommandButtonProps) {
  const { t } = useI18n()
  const { key, aria } = useCommandKeys(command)
  return (
    <button
      type="button"
      className={isPrimary === true ? 'button button-primary' : 'button'}
      title={hint === undefined ? undefined : t(hint, { key })}
      aria-keyshortcuts={aria}
      onClick={onClick}
    >
      <Icon size={15} aria-hidden="true" />
      {word}
    </button>
  )
}
