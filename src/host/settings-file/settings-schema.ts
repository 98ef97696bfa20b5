/** The settings table as JSON Schema, in the form that conf takes: one schema for each top-level name of the file. */
import { type SettingName, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { isPerSource, perSourceNames } from '../../engine/settings/source-settings.ts'
import { versionName } from './settings-migrations.ts'

export type FileSchema = Readonly<Record<string, object>>

/** What is not named here is kept as it is. */
export function createFileSchema(): FileSchema {
  const shared = settingNames.filter((name) => !isPerSource(name))
  return {
    ...schemasOf(shared),
    sources: {
      type: 'object',
      additionalProperties: { type: 'object', properties: schemasOf(perSourceNames) },
    },
    [versionName]: { type: 'integer', minimum: 0 },
  }
}

const schemasOf = (names: readonly SettingName[]): FileSchema =>
  Object.fromEntries(names.map((name) => [name, settingsTable[name].schema]))
