/** The tray's submenu for do not disturb: whether it is on, and for how long; how to change that. Pure. */
import type { MenuItemConstructorOptions } from 'electron'
import { type DoNotDisturbView, doNotDisturbChoices } from '../contract/do-not-disturb.ts'
import type { TrayActions, TrayReading } from './tray-menu.ts'
import { minutesLeft, moment, type Reader } from './tray-times.ts'

export function doNotDisturbItems(
  view: DoNotDisturbView,
  actions: Pick<TrayActions, 'setDoNotDisturb'>,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const items = doNotDisturbChoices.map((choice) => ({
    id: `do-not-disturb-${choice}`,
    label: reading.i18n.t(`do-not-disturb.choice.${choice}`),
    click: () => actions.setDoNotDisturb(choice),
  }))
  const isTurnOff = ({ id }: MenuItemConstructorOptions): boolean => id === 'do-not-disturb-off'
  const choices = items.filter((item) => !isTurnOff(item))
  if (view === null) return choices
  // What the system wants is turned off in the system.
  const turnOff = view.reason === 'system' ? [] : items.filter(isTurnOff)
  const state = { id: 'do-not-disturb-state', label: stateLabel(view, reading), enabled: false }
  return [state, ...turnOff, { type: 'separator' }, ...choices]
}

function stateLabel({ reason, until }: NonNullable<DoNotDisturbView>, reader: Reader): string {
  const { i18n, now } = reader
  if (until === null) return i18n.t(`tray.menu.${reason}`)
  const times = { end: moment(reader, until), left: minutesLeft(i18n, until - now) }
  return i18n.t(`tray.menu.${reason}.until`, times)
}
