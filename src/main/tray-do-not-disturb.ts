/** The tray's submenu for do not disturb: whether it is on, and for how long; how to change that. Pure. */
import type { MenuItemConstructorOptions } from 'electron'
import { type DoNotDisturbView, doNotDisturbChoices, doNotDisturbLabels } from '../contract/do-not-disturb.ts'
import type { TrayActions, TrayReading } from './tray-menu.ts'
import { minutesLeft } from './tray-times.ts'

export function doNotDisturbItems(
  view: DoNotDisturbView,
  actions: Pick<TrayActions, 'setDoNotDisturb'>,
  reading: TrayReading,
): MenuItemConstructorOptions[] {
  const items = doNotDisturbChoices.map((choice) => ({
    id: `do-not-disturb-${choice}`,
    label: doNotDisturbLabels[choice],
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

function stateLabel({ reason, until }: NonNullable<DoNotDisturbView>, { times, now }: TrayReading): string {
  const untilWhen =
    until === null ? '' : ` until ${times.moment(until, now)}, ${minutesLeft(until - now)} left`
  switch (reason) {
    case 'chosen':
      return until === null ? 'On until you turn it off' : `On${untilWhen}`
    case 'quiet-hours':
      return `Quiet hours${untilWhen}`
    case 'system':
      return `The system’s do not disturb is on${untilWhen}`
  }
}
