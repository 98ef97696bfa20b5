/** The settings that each source has for itself, as they are stored. Not: which source is in use. */
import type { SettingsChange } from '../../contract/commands.ts'
import {
  type SettingDefinition,
  type SettingName,
  type Settings,
  settingNames,
  settingsTable,
} from '../../contract/settings-table.ts'
import { type Wording, worded } from '../../i18n/wording.ts'

export type PerSourceName = {
  [Name in SettingName]: (typeof settingsTable)[Name] extends { readonly isPerSource: true } ? Name : never
}[SettingName]
export type SourceSettings = Pick<Settings, PerSourceName>

/** The stored form: by the source's key; what is not ours is kept as it is. */
export type StoredSources = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export function isPerSource(name: SettingName): name is PerSourceName {
  const definition: SettingDefinition = settingsTable[name]
  return definition.isPerSource === true
}

export const perSourceNames: readonly PerSourceName[] = settingNames.filter(isPerSource)

/** Whether what changed can only be honoured by a new connection. */
export const needsNewConnection = (names: readonly SettingName[]): boolean =>
  names.some((name) => name === 'source' || name === 'clientId' || isPerSource(name))

/** @param stored whatever the file holds */
export function sourceEntry(stored: unknown, key: string): Readonly<Record<string, unknown>> {
  const entry = isRecord(stored) && Object.hasOwn(stored, key) ? stored[key] : {}
  return isRecord(entry) ? entry : {}
}

/** @param stored whatever the file holds; what cannot be read gives way */
export function withSourceEntry(stored: unknown, key: string, change: SettingsChange): StoredSources {
  const others = isRecord(stored) ? Object.entries(stored).filter(isEntry) : []
  return Object.fromEntries([...others, [key, { ...sourceEntry(stored, key), ...change }]])
}

/** @returns what cannot be used about the stored form as a whole; null when all is well */
export function describeStoredSources(stored: unknown): Wording | null {
  if (stored === undefined) return null
  if (isRecord(stored) && Object.values(stored).every(isRecord)) return null
  return worded('engine-settings.stored-sources')
}

const isEntry = (entry: [string, unknown]): entry is [string, Record<string, unknown>] => isRecord(entry[1])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
