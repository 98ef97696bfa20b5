/** What the tray's menu offers, made from what the engine shows. Pure: no Electron at run time. */
import type { MenuItemConstructorOptions } from 'electron'
import type { DoNotDisturbChoice } from '../contract/do-not-disturb.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import { plainText } from '../engine/toasts/toast-text.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { doNotDisturbItems } from './tray-do-not-disturb.ts'
import { connectionWord, unreadCount, unreadWords } from './tray-state.ts'
import { exactTime, type Reader, secondsLeft } from './tray-times.ts'

/** What can be chosen in the tray, in seconds. */
const trayFrequencies = [1, 2, 3, 5, 10, 15, 30] as const

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

/** When, by whom and how a menu is read. */
export type TrayReading = Reader & {
  /** The wait for the next try counts down; otherwise its end is named, so that the menu need not change meanwhile. */
  readonly countsDown: boolean
}

const titleLimit = 60

export function trayMenu(
  view: EngineView,
  actions: TrayActions,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const { i18n } = reading
  const { t } = i18n
  const unread = unreadCount(view)
  return [
    { id: 'state', label: stateLabel(i18n, view), enabled: false },
    { id: 'unread', label: unread === 0 ? t('tray.unread.none') : unreadWords(i18n, view), enabled: false },
    ...(view.toasts.problem === null ? [] : [toastProblem(i18n, actions)]),
    { type: 'separator' },
    ...view.newestUnread.map((row) => newestItem(i18n, row, actions)),
    { type: 'separator' },
    { id: 'open', label: t('tray.open'), click: () => actions.open() },
    {
      id: 'mark-all-as-read',
      label: t('tray.mark-all-as-read'),
      enabled: unread > 0,
      click: () => actions.markAllAsRead(),
    },
    {
      id: 'do-not-disturb',
      label: t('tray.do-not-disturb'),
      submenu: doNotDisturbItems(view.doNotDisturb, actions, reading),
    },
    { type: 'separator' },
    ...connectionItems(view.connection, actions, reading),
    {
      id: 'frequency',
      label: t('tray.frequency'),
      submenu: frequencyItems(i18n, view.settings.frequencySeconds, actions),
    },
    { id: 'settings', label: t('tray.settings'), click: () => actions.openSettings() },
    { type: 'separator' },
    { id: 'quit', label: t('tray.quit'), click: () => actions.quit() },
  ]
}

/** Changed by what arrives and is read, many times a minute: everything else changes by somebody's choice. */
export const isOfArrivals = ({ id = '' }: MenuItemConstructorOptions): boolean =>
  id === 'unread' || id.startsWith('newest-')

/** One line of harmless text; Electron takes a single `&` for the mark of a key (ui/base/accelerators in Chromium). */
const menuText = (text: string): string =>
  plainText(text, titleLimit).replaceAll(/\s+/gu, ' ').replaceAll('&', '&&')

function stateLabel(i18n: I18n, { connection, source }: EngineView): string {
  const state = connectionWord(i18n, connection)
  if (connection.phase !== 'live') return state
  if (source.isEmbedded) return i18n.t('tray.state.built-in', { state })
  return i18n.t('tray.state.address', { state, address: menuText(source.url) })
}

const toastProblem = ({ t }: I18n, actions: TrayActions): MenuItemConstructorOptions => ({
  ...{ id: 'toast-problem', label: t('tray.toast-problem'), click: () => actions.open() },
})

function newestItem(
  { t }: I18n,
  { rowId, type, title }: NotificationRow,
  actions: TrayActions,
): MenuItemConstructorOptions {
  const [word, text] = [t(`types.${type}`), menuText(title)]
  const label = text === '' ? word : t('tray.newest', { type: word, title: text })
  return { id: `newest-${rowId}`, label, click: () => actions.openNotification(rowId) }
}

function connectionItems(
  connection: ConnectionView,
  actions: TrayActions,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const { t } = reading.i18n
  const connect = { id: 'connect', label: t('tray.connect'), click: () => actions.connect() }
  const disconnect = { id: 'disconnect', label: t('tray.disconnect'), click: () => actions.disconnect() }
  const retryNow = { id: 'retry-now', label: t('tray.retry-now'), click: () => actions.retryNow() }
  if (connection.phase === 'disconnected') return [connect]
  if (connection.phase !== 'waiting') return [disconnect]
  const nextTry = { id: 'next-try', label: nextTryLabel(connection.retryAt, reading), enabled: false }
  return [nextTry, retryNow, disconnect]
}

function nextTryLabel(retryAt: number, reading: TrayReading): string {
  const { now, i18n } = reading
  if (reading.countsDown) return i18n.t('tray.next-try.in', { time: secondsLeft(i18n, retryAt - now) })
  return i18n.t('tray.next-try.at', { time: exactTime(reading, retryAt) })
}

/** The current value is always among them: in a radio group with none checked, Electron checks the first. */
function frequencyItems({ t }: I18n, current: number, actions: TrayActions): MenuItemConstructorOptions[] {
  const values = [...new Set<number>([...trayFrequencies, current])].sort((a, b) => a - b)
  return values.map((seconds) => ({
    id: `frequency-${seconds}`,
    label: t('tray.frequency.every', { seconds }),
    type: 'radio',
    checked: seconds === current,
    click: () => actions.setFrequency(seconds),
  }))
}
