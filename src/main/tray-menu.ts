/** What the tray says and offers, made from what the engine shows. Pure: no Electron at run time. */
import type { MenuItemConstructorOptions } from 'electron'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'

export type TrayState = 'connected' | 'unread' | 'connecting' | 'disconnected'

/** What can be chosen in the tray, in seconds. */
export const trayFrequencies = [1, 2, 3, 5, 10, 15, 30] as const

export type TrayActions = {
  open(): void
  connect(): void
  disconnect(): void
  retryNow(): void
  markAllAsRead(): void
  setFrequency(seconds: number): void
  quit(): void
}

export const unreadCount = ({ counts }: EngineView): number =>
  counts.info.unread + counts.warning.unread + counts.error.unread + counts.success.unread

export function trayState(view: EngineView): TrayState {
  switch (view.connection.phase) {
    case 'disconnected':
      return 'disconnected'
    case 'connecting':
    case 'waiting':
      return 'connecting'
    case 'live':
      return unreadCount(view) > 0 ? 'unread' : 'connected'
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

export function trayTooltip(view: EngineView): string {
  return `Tocsin: ${connectionWord(view.connection)}, ${unreadCount(view)} unread`
}

export function trayMenu(view: EngineView, actions: TrayActions): MenuItemConstructorOptions[] {
  const unread = unreadCount(view)
  const source = view.source.isEmbedded ? 'the built-in server' : view.source.url
  const isLive = view.connection.phase === 'live'
  return [
    {
      id: 'state',
      label: `${connectionWord(view.connection)}${isLive ? ` to ${source}` : ''}`,
      enabled: false,
    },
    { id: 'unread', label: unread === 0 ? 'Nothing unread' : `${unread} unread`, enabled: false },
    { type: 'separator' },
    { id: 'open', label: 'Open Tocsin', click: actions.open },
    { id: 'mark-all-as-read', label: 'Mark all as read', enabled: unread > 0, click: actions.markAllAsRead },
    { type: 'separator' },
    ...connectionItems(view.connection, actions),
    { id: 'frequency', label: 'Frequency', submenu: frequencyItems(view.settings.frequencySeconds, actions) },
    { type: 'separator' },
    { id: 'quit', label: 'Quit Tocsin', click: actions.quit },
  ]
}

function connectionItems(connection: ConnectionView, actions: TrayActions): MenuItemConstructorOptions[] {
  const connect = { id: 'connect', label: 'Connect', click: actions.connect }
  const disconnect = { id: 'disconnect', label: 'Disconnect', click: actions.disconnect }
  const retryNow = { id: 'retry-now', label: 'Retry now', click: actions.retryNow }
  if (connection.phase === 'disconnected') return [connect]
  return connection.phase === 'waiting' ? [retryNow, disconnect] : [disconnect]
}

/** The current value is always among them: in a radio group with none checked, Electron checks the first. */
function frequencyItems(current: number, actions: TrayActions): MenuItemConstructorOptions[] {
  const values = [...new Set<number>([...trayFrequencies, current])].sort((a, b) => a - b)
  return values.map((seconds) => ({
    id: `frequency-${seconds}`,
    label: seconds === 1 ? 'Every second' : `Every ${seconds} seconds`,
    type: 'radio',
    checked: seconds === current,
    click: () => actions.setFrequency(seconds),
  }))
}
