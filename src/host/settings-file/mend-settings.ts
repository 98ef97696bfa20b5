/** Takes out of the settings what cannot be used, value by value, and says what. Pure; not for a newer version's file. */
import { type SettingName, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { isPerSource, perSourceNames } from '../../engine/settings/source-settings.ts'
import { type SettingsValues, versionName, versionOf } from './settings-migrations.ts'

export type MendedSettings = {
  /** What is not ours is in it as it was. */
  readonly values: SettingsValues
  /** A sentence for each value that was dropped. */
  readonly problems: readonly string[]
}

const sharedNames = settingNames.filter((name) => !isPerSource(name))

export function mendSettings(values: SettingsValues): MendedSettings {
  const problems: string[] = []
  const report = (problem: string): void => void problems.push(problem)
  const usable = withoutUnusable(values, sharedNames, '', report)
  const mended = 'sources' in usable ? withSources(usable, mendSources(usable['sources'], report)) : usable
  return { values: { ...mended, [versionName]: versionOf(mended) }, problems }
}

function mendSources(sources: unknown, report: (problem: string) => void): SettingsValues | null {
  if (!isRecord(sources)) {
    report('The settings stored for each source cannot be used. Their defaults are used instead.')
    return null
  }
  const entries = Object.entries(sources).flatMap(([key, entry]) => {
    const of = key === '' ? ' for the built-in server' : ` for ${key}`
    if (isRecord(entry)) return [[key, withoutUnusable(entry, perSourceNames, of, report)]]
    report(`The settings stored${of} cannot be used. Their defaults are used instead.`)
    return []
  })
  return Object.fromEntries(entries)
}

function withoutUnusable(
  values: SettingsValues,
  names: readonly SettingName[],
  of: string,
  report: (problem: string) => void,
): SettingsValues {
  const unusable = new Set<string>()
  for (const name of names) {
    if (!Object.hasOwn(values, name)) continue
    const { schema, label } = settingsTable[name]
    const checked = validate(schema, values[name])
    if (checked.ok) continue
    unusable.add(name)
    report(
      `The stored setting "${label}"${of} cannot be used: it ${checked.problem}. Its default is used instead.`,
    )
  }
  return without(values, unusable)
}

const withSources = (values: SettingsValues, sources: SettingsValues | null): SettingsValues =>
  sources === null ? without(values, new Set(['sources'])) : { ...values, sources }

const without = (values: SettingsValues, names: ReadonlySet<string>): SettingsValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))

const isRecord = (value: unknown): value is SettingsValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
