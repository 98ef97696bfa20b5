/** The settings: read from a store one by one, changed all or nothing. Not: where the file is. */

import { isDeepStrictEqual } from 'node:util'
import type { Random } from '../../clock/clock.ts'
import type { SettingsChange } from '../../contract/commands.ts'
import {
  type SettingName,
  type Settings,
  settingNames,
  settingsTable,
} from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { WordedRefusal } from '../worded-error.ts'
import { checkSetting } from './check-setting.ts'
import { makeClientId } from './default-settings.ts'
import { sourceKey } from './source-key.ts'
import {
  describeStoredSources,
  isPerSource,
  perSourceNames,
  type SourceSettings,
  type StoredSources,
  sourceEntry,
  withSourceEntry,
} from './source-settings.ts'

/** A host's file of settings: electron-store in Electron, conf elsewhere; both write the same. */
export type SettingsStore = {
  /** `sources` holds what each source has for itself (`source-settings.ts`). */
  get(name: SettingName | 'sources'): unknown
  /** All at once; what is not named stays. */
  set(values: SettingsChange & { readonly sources?: StoredSources }): void
}

export type SettingsKeeper = {
  /** What is kept for each source is shown for the source in use. */
  readonly values: Settings
  /** As they would be with that source. @param source as a person wrote it; absent: the one in the file, whatever is in use */
  valuesWith(source?: string): Settings
  /** @throws Refusal when a value cannot be used; then nothing is changed. @returns the names that changed */
  change(change: SettingsChange): readonly SettingName[]
}

/**
 * @param report told of each stored value that cannot be used; its default stands in for it, the file is left as it is
 * @param override the source in use until another is chosen; null for the stored one
 */
export function createSettings(
  store: SettingsStore,
  random: Random,
  report: (problem: Wording) => void,
  override: string | null = null,
): SettingsKeeper {
  const unusable = describeStoredSources(store.get('sources'))
  if (unusable !== null) report(unusable)
  let values = readAll(settingNames, (name) => (isPerSource(name) ? undefined : store.get(name)), report)
  let address = override ?? values.source
  values = { ...values, ...readSource(address) }
  if (store.get('clientId') === undefined) values = write(values, { clientId: makeClientId(random) }, address)

  function readSource(of: string): SourceSettings {
    const entry = sourceEntry(store.get('sources'), sourceKey(of))
    return readAll(perSourceNames, (name) => entry[name], report)
  }

  function write(base: Settings, change: SettingsChange, of: string): Settings {
    const own = pick(change, isPerSource)
    const sources = withSourceEntry(store.get('sources'), sourceKey(of), own)
    const shared = pick(change, (name) => !isPerSource(name))
    save(store, Object.keys(own).length === 0 ? shared : { ...shared, sources })
    return { ...base, ...change }
  }

  return {
    get values() {
      return values
    },
    valuesWith: (source = values.source) => ({ ...values, source, ...readSource(source) }),
    change(wanted) {
      // Some values are lists: what the caller does with its own later is no change.
      const change = structuredClone(wanted)
      const chosen = change.source ?? address
      const base = chosen === address ? values : { ...values, ...readSource(chosen) }
      const next: Settings = { ...base, ...change }
      // Choosing the stored source also ends an override.
      const names = settingNames.filter(
        (name) => !isDeepStrictEqual(next[name], values[name]) || (name === 'source' && chosen !== address),
      )
      if (names.length === 0) return names
      // What the new source had already is not being changed: its file may be back tomorrow.
      for (const name of names) {
        if (!isDeepStrictEqual(next[name], base[name])) checkSetting(name, next)
      }
      values = write(base, change, chosen)
      address = chosen
      return names
    },
  }
}

function readAll<Name extends SettingName>(
  names: readonly Name[],
  stored: (name: Name) => unknown,
  report: (problem: Wording) => void,
): Pick<Settings, Name> {
  const read = names.map((name) => [name, readOne(name, stored(name), report)])
  return Object.fromEntries(read) as Pick<Settings, Name> // each of these names, each value of its own schema
}

function readOne(name: SettingName, stored: unknown, report: (problem: Wording) => void): unknown {
  const { schema, default: fallback } = settingsTable[name]
  if (stored === undefined) return fallback
  const checked = validate(schema, stored)
  if (checked.ok) return structuredClone(checked.value)
  const label = worded(`settings-table.${name}.label`)
  report(worded('engine-settings.stored', { label, problem: checked.problem }))
  return fallback
}

function save(store: SettingsStore, values: Parameters<SettingsStore['set']>[0]): void {
  try {
    store.set(values)
  } catch (error) {
    const cause = describeFault(error)
    throw new WordedRefusal('unavailable', worded('engine-settings.not-saved', { cause }))
  }
}

const pick = (change: SettingsChange, wants: (name: SettingName) => boolean): SettingsChange =>
  Object.fromEntries(
    settingNames.filter(wants).flatMap((name) => (name in change ? [[name, change[name]]] : [])),
  )
