/** Takes out of the settings what cannot be used, value by value, and says what. Pure; not for a newer version's file. */

import { type SettingName, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { isPerSource, perSourceNames } from '../../engine/settings/source-settings.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { type SettingsValues, versionName, versionOf } from './settings-migrations.ts'

export type MendedSettings = {
  /** What is not ours is in it as it was. */
  readonly values: SettingsValues
  /** One for each value that was dropped. */
  readonly problems: readonly Wording[]
}

const sharedNames = settingNames.filter((name) => !isPerSource(name))

export function mendSettings(values: SettingsValues): MendedSettings {
  const problems: Wording[] = []
  const report = (problem: Wording): void => void problems.push(problem)
  const usable = withoutUnusable(values, sharedNames, null, report)
  const mended = 'sources' in usable ? withSources(usable, mendSources(usable['sources'], report)) : usable
  return { values: { ...mended, [versionName]: versionOf(mended) }, problems }
}

function mendSources(sources: unknown, report: (problem: Wording) => void): SettingsValues | null {
  if (!isRecord(sources)) {
    report(worded('settings-file.stored-sources'))
    return null
  }
  const entries = Object.entries(sources).flatMap(([key, entry]) => {
    if (isRecord(entry)) return [[key, withoutUnusable(entry, perSourceNames, key, report)]]
    report(
      key === ''
        ? worded('settings-file.stored-source.built-in')
        : worded('settings-file.stored-source', { source: key }),
    )
    return []
  })
  return Object.fromEntries(entries)
}

/** @param source whose they are, by its key; null for those of all */
function withoutUnusable(
  values: SettingsValues,
  names: readonly SettingName[],
  source: string | null,
  report: (problem: Wording) => void,
): SettingsValues {
  const unusable = new Set<string>()
  for (const name of names) {
    if (!Object.hasOwn(values, name)) continue
    const { schema } = settingsTable[name]
    const checked = validate(schema, values[name])
    if (checked.ok) continue
    unusable.add(name)
    report(describeUnusable(name, checked.problem, source))
  }
  return without(values, unusable)
}

function describeUnusable(name: SettingName, problem: string, source: string | null): Wording {
  const what = { label: worded(`settings-table.${name}.label`), problem }
  if (source === null) return worded('engine-settings.stored', what)
  if (source === '') return worded('engine-settings.stored.built-in', what)
  return worded('engine-settings.stored.source', { ...what, source })
}

const withSources = (values: SettingsValues, sources: SettingsValues | null): SettingsValues =>
  sources === null ? without(values, new Set(['sources'])) : { ...values, sources }

const without = (values: SettingsValues, names: ReadonlySet<string>): SettingsValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))

const isRecord = (value: unknown): value is SettingsValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
