/** What the tray's picture and tooltip say of the engine: one state, one sentence. Pure. */
import type { DoNotDisturbView } from '../contract/do-not-disturb.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import type { TrayTimes } from './tray-times.ts'

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

export function connectionWord(connection: ConnectionView): string {
  switch (connection.phase) {
    case 'live':
      return connection.silentSince === null ? 'Connected' : 'Connected, but silent'
    case 'connecting':
      return connection.attempt === 0 ? 'Connecting' : 'Reconnecting'
    case 'waiting':
      return 'Reconnecting'
    case 'disconnected':
      return 'Disconnected'
  }
}

/** `0 unread`, `3 unread (1 error)` */
export function unreadWords(view: Pick<EngineView, 'counts'>): string {
  const errors = view.counts.error.unread
  const ofWhich = errors === 0 ? '' : ` (${errors} ${errors === 1 ? 'error' : 'errors'})`
  return `${unreadCount(view)} unread${ofWhich}`
}

/** Windows shows 127 characters of it: all of this fits (szTip in NOTIFYICONDATA). */
export function trayTooltip(view: EngineView, times: TrayTimes, now: number): string {
  const said = [connectionWord(view.connection), unreadWords(view)]
  if (view.doNotDisturb !== null) said.push(quietWords(view.doNotDisturb, times, now))
  return `Tocsin: ${said.join(', ')}`
}

function quietWords({ reason, until }: NonNullable<DoNotDisturbView>, times: TrayTimes, now: number): string {
  const untilWhen = until === null ? '' : ` until ${times.moment(until, now)}`
  switch (reason) {
    case 'chosen':
      return `do not disturb${untilWhen}`
    case 'quiet-hours':
      return `quiet hours${untilWhen}`
    case 'system':
      return `the system’s do not disturb is on${untilWhen}`
  }
}
