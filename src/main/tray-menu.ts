/** What the tray's menu offers, made from what the engine shows. Pure: no Electron at run time. */
import type { MenuItemConstructorOptions } from 'electron'
import type { DoNotDisturbChoice } from '../contract/do-not-disturb.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import { plainText } from '../engine/toasts/toast-text.ts'
import { doNotDisturbItems } from './tray-do-not-disturb.ts'
import { connectionWord, unreadCount, unreadWords } from './tray-state.ts'
import { secondsLeft, type TrayTimes } from './tray-times.ts'

/** What can be chosen in the tray, in seconds. */
export const trayFrequencies = [1, 2, 3, 5, 10, 15, 30] as const

export type TrayActions = {
  open(): void
  openNotification(rowId: number): void
  openSettings(): void
  connect(): void
  disconnect(): void
  retryNow(): void
  markAllAsRead(): void
  setDoNotDisturb(choice: DoNotDisturbChoice): void
  setFrequency(seconds: number): void
  quit(): void
}

/** When and how a menu is read. */
export type TrayReading = {
  readonly now: number
  readonly times: TrayTimes
  /** The wait for the next try counts down; otherwise its end is named, so that the menu need not change meanwhile. */
  readonly countsDown: boolean
}

const titleLimit = 60

const typeWords = { info: 'Info', warning: 'Warning', error: 'Error', success: 'Success' } as const

export function trayMenu(
  view: EngineView,
  actions: TrayActions,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const unread = unreadCount(view)
  return [
    { id: 'state', label: stateLabel(view), enabled: false },
    { id: 'unread', label: unread === 0 ? 'Nothing unread' : unreadWords(view), enabled: false },
    ...(view.toasts.problem === null ? [] : [toastProblem(actions)]),
    { type: 'separator' },
    ...view.newestUnread.map((row) => newestItem(row, actions)),
    { type: 'separator' },
    { id: 'open', label: 'Open Tocsin', click: () => actions.open() },
    {
      id: 'mark-all-as-read',
      label: 'Mark all as read',
      enabled: unread > 0,
      click: () => actions.markAllAsRead(),
    },
    {
      id: 'do-not-disturb',
      label: 'Do not disturb',
      submenu: doNotDisturbItems(view.doNotDisturb, actions, reading),
    },
    { type: 'separator' },
    ...connectionItems(view.connection, actions, reading),
    { id: 'frequency', label: 'Frequency', submenu: frequencyItems(view.settings.frequencySeconds, actions) },
    { id: 'settings', label: 'Settings…', click: () => actions.openSettings() },
    { type: 'separator' },
    { id: 'quit', label: 'Quit Tocsin', click: () => actions.quit() },
  ]
}

/** Changed by what arrives and is read, many times a minute: everything else changes by somebody's choice. */
export const isOfArrivals = ({ id = '' }: MenuItemConstructorOptions): boolean =>
  id === 'unread' || id.startsWith('newest-')

/** One line of harmless text; Electron takes a single `&` for the mark of a key (ui/base/accelerators in Chromium). */
const menuText = (text: string): string =>
  plainText(text, titleLimit).replaceAll(/\s+/gu, ' ').replaceAll('&', '&&')

function stateLabel({ connection, source }: EngineView): string {
  const word = connectionWord(connection)
  if (connection.phase !== 'live') return word
  return `${word} to ${source.isEmbedded ? 'the built-in server' : menuText(source.url)}`
}

const toastProblem = (actions: TrayActions): MenuItemConstructorOptions => ({
  ...{ id: 'toast-problem', label: 'Toasts cannot be shown', click: () => actions.open() },
})

function newestItem(
  { rowId, type, title }: NotificationRow,
  actions: TrayActions,
): MenuItemConstructorOptions {
  const text = menuText(title)
  const label = text === '' ? typeWords[type] : `${typeWords[type]}: ${text}`
  return { id: `newest-${rowId}`, label, click: () => actions.openNotification(rowId) }
}

function connectionItems(
  connection: ConnectionView,
  actions: TrayActions,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const connect = { id: 'connect', label: 'Connect', click: () => actions.connect() }
  const disconnect = { id: 'disconnect', label: 'Disconnect', click: () => actions.disconnect() }
  const retryNow = { id: 'retry-now', label: 'Retry now', click: () => actions.retryNow() }
  if (connection.phase === 'disconnected') return [connect]
  if (connection.phase !== 'waiting') return [disconnect]
  const nextTry = { id: 'next-try', label: nextTryLabel(connection.retryAt, reading), enabled: false }
  return [nextTry, retryNow, disconnect]
}

function nextTryLabel(retryAt: number, { now, times, countsDown }: TrayReading): string {
  return countsDown ? `Next try in ${secondsLeft(retryAt - now)}` : `Next try at ${times.exactTime(retryAt)}`
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
