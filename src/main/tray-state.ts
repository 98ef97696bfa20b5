/** What the tray's picture and tooltip say of the engine: one state, one sentence. Pure. */
import type { DoNotDisturbView } from '../contract/do-not-disturb.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { moment, type Reader } from './tray-times.ts'

/** One picture each. */
export const trayStates = [
  'connected',
  'unread',
  'do-not-disturb',
  'do-not-disturb-unread',
  'connecting',
  'disconnected',
] as const
export type TrayState = (typeof trayStates)[number]

export const unreadCount = ({ counts }: Pick<EngineView, 'counts'>): number =>
  counts.info.unread + counts.warning.unread + counts.error.unread + counts.success.unread

/** A lost connection counts more than the user's own wish for quiet, and that more than what is unread. */
export function trayState(view: EngineView): TrayState {
  switch (view.connection.phase) {
    case 'disconnected':
      return 'disconnected'
    case 'connecting':
    case 'waiting':
      return 'connecting'
    case 'live': {
      const hasUnread = unreadCount(view) > 0
      if (view.doNotDisturb !== null) return hasUnread ? 'do-not-disturb-unread' : 'do-not-disturb'
      return hasUnread ? 'unread' : 'connected'
    }
  }
}

export function connectionWord({ t }: I18n, connection: ConnectionView): string {
  switch (connection.phase) {
    case 'live':
      return t(connection.silentSince === null ? 'tray.connected' : 'tray.silent')
    case 'connecting':
      return t(connection.attempt === 0 ? 'tray.connecting' : 'tray.reconnecting')
    case 'waiting':
      return t('tray.reconnecting')
    case 'disconnected':
      return t('tray.disconnected')
  }
}

/** `0 unread`, `3 unread (1 error)` */
export function unreadWords({ t }: I18n, view: Pick<EngineView, 'counts'>): string {
  const [count, errors] = [unreadCount(view), view.counts.error.unread]
  return errors === 0 ? t('tray.unread', { count }) : t('tray.unread.errors', { count, errors })
}

/** Windows shows 127 characters of it: all of this fits (szTip in NOTIFYICONDATA). */
export function trayTooltip(view: EngineView, reader: Reader): string {
  const { i18n } = reader
  const said = { state: connectionWord(i18n, view.connection), unread: unreadWords(i18n, view) }
  if (view.doNotDisturb === null) return i18n.t('tray.tooltip', said)
  return i18n.t('tray.tooltip.quiet', { ...said, quiet: quietWords(view.doNotDisturb, reader) })
}

function quietWords({ reason, until }: NonNullable<DoNotDisturbView>, reader: Reader): string {
  const { t } = reader.i18n
  if (until === null) return t(`tray.quiet.${reason}`)
  return t(`tray.quiet.${reason}.until`, { end: moment(reader, until) })
}
