/** The file of settings that a user takes along: its text, without what is secret. Pure. Not: reading one. */
import { type SettingName, type Settings, settingNames } from '../../contract/settings-table.ts'

/** What the file says it is, and in which form. */
export const exportKind = 'settings'
export const exportVersion = 1

export type SettingsExport = {
  readonly text: string
  /** Left out, since their values hold a password or a token. */
  readonly leftOut: readonly SettingName[]
}

/** The client id stays at home as well: to a server, two copies of Tocsin with one id are one. */
export function settingsExport(settings: Settings): SettingsExport {
  const leftOut = settingNames.filter((name) => holdsSecret(name, settings))
  const names = settingNames.filter((name) => name !== 'clientId' && !leftOut.includes(name))
  const exported = {
    tocsin: exportKind,
    version: exportVersion,
    settings: Object.fromEntries(names.map((name) => [name, settings[name]])),
  }
  return { text: `${JSON.stringify(exported, null, 2)}\n`, leftOut }
}

function holdsSecret(name: SettingName, { source, proxy }: Settings): boolean {
  if (name === 'source') return hasPassword(source) || hasQuery(source)
  return name === 'proxy' && hasPassword(proxy)
}

const hasPassword = (address: string): boolean => {
  const { username, password } = URL.canParse(address) ? new URL(address) : { username: '', password: '' }
  return username !== '' || password !== ''
}

const hasQuery = (address: string): boolean => URL.canParse(address) && new URL(address).search !== ''
