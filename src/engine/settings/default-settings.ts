/** What a reset brings back. Pure, but for the client id, which has no default: it is drawn. */
import type { Random } from '../../clock/clock.ts'
import type { SettingsChange } from '../../contract/commands.ts'
import {
  type SettingDefinition,
  type SettingName,
  settingNames,
  settingsTable,
} from '../../contract/settings-table.ts'

/** @param names null for all but those that say who and where we are, or that the user has made */
export function defaultsOf(names: readonly SettingName[] | null, random: Random): SettingsChange {
  const wanted = names ?? settingNames.filter((name) => !isKept(name))
  const defaults = wanted.map((name) => [
    name,
    name === 'clientId' ? makeClientId(random) : settingsTable[name].default,
  ])
  return Object.fromEntries(defaults)
}

/** Identifies this copy of Tocsin for life: made once, at the first start. */
export const makeClientId = (random: Random): string =>
  `tocsin-${Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('')}`

function isKept(name: SettingName): boolean {
  const definition: SettingDefinition = settingsTable[name]
  return definition.isKeptByReset === true
}
