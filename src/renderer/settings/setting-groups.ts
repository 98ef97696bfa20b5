/** How the settings are laid out: under which heading each one stands. Pure. */
import type { SettingName } from '../../contract/settings-table.ts'

export type SettingGroup = { readonly heading: string; readonly names: readonly SettingName[] }

const sourceNames: readonly SettingName[] = ['source', 'clientId', 'caFile', 'systemCertificates', 'proxy']
const historyNames: readonly SettingName[] = ['retentionDays', 'retentionCount']

/** @param names those that this host can honour; one that has no heading of its own stands under the first */
export function groupSettings(names: readonly SettingName[]): readonly SettingGroup[] {
  const isPlaced = (name: SettingName): boolean => sourceNames.includes(name) || historyNames.includes(name)
  return [
    { heading: 'General', names: names.filter((name) => !isPlaced(name)) },
    { heading: 'Source', names: names.filter((name) => sourceNames.includes(name)) },
    { heading: 'History', names: names.filter((name) => historyNames.includes(name)) },
  ]
}
