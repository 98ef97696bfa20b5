/** What a file of settings changes. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { SettingsChange } from '../../contract/commands.ts'
import { type SettingName, type Settings, settingNames } from '../../contract/settings-table.ts'
import { isPerSource } from './source-settings.ts'

/**
 * A file that says of the source what is stored says nothing of it: choosing a source, even the stored one, would end that
 * of the command line.
 * @param stored the settings with those of the stored source
 */
export function importChange(read: SettingsChange, stored: Settings): SettingsChange {
  const isOfSource = (name: SettingName): boolean => name === 'source' || isPerSource(name)
  const names = settingNames.filter((name) => name in read)
  const isSame = names.filter(isOfSource).every((name) => isDeepStrictEqual(read[name], stored[name]))
  if (!isSame) return read
  return Object.fromEntries(names.filter((name) => !isOfSource(name)).map((name) => [name, read[name]]))
}
