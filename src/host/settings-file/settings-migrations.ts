/**
 * The settings file's shape, as numbered steps. A step that has shipped never changes: add another. Not conf's own
 * migrations, which go by the program's version, keep no copy, and know nothing of a file newer than the program.
 */

/** What the file holds, ours or not. */
export type SettingsValues = Readonly<Record<string, unknown>>

export type SettingsMigration = {
  readonly version: number
  /** Pure. Values may be of any shape: they are judged only afterwards (`mend-settings.ts`). */
  migrate(values: SettingsValues): SettingsValues
}

/** The file's version number stands in the file under this name; a file without it has version 0. */
export const versionName = 'formatVersion'

export const settingsMigrations: readonly SettingsMigration[] = [
  // Only the number is new.
  { version: 1, migrate: (values) => values },
]

export const newestVersion = (steps: readonly SettingsMigration[]): number => steps.at(-1)?.version ?? 0

export function versionOf(values: SettingsValues): number {
  const version = Object.hasOwn(values, versionName) ? values[versionName] : 0
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0
}

/** @returns the very same values where nothing is due, also where they are of a newer version than the steps know */
export function migrateSettings(
  values: SettingsValues,
  steps: readonly SettingsMigration[] = settingsMigrations,
): SettingsValues {
  const due = steps.filter((step) => step.version > versionOf(values))
  return due.reduce<SettingsValues>(
    (before, step) => ({ ...step.migrate(before), [versionName]: step.version }),
    values,
  )
}
