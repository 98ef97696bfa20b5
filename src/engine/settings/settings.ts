/** The settings: read from a store one by one, changed all or nothing. Not: where the file is. */
import type { Random } from '../../clock/clock.ts'
import type { SettingsChange } from '../../contract/commands.ts'
import { Refusal } from '../../contract/refusal.ts'
import {
  type SettingName,
  type Settings,
  settingNames,
  settingsTable,
} from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { resolveEndpoint } from '../../protocol/endpoint.ts'

/** A host's file of settings: electron-store in Electron, conf elsewhere; both write the same. */
export type SettingsStore = {
  get(name: SettingName): unknown
  set(values: SettingsChange): void
}

export type SettingsKeeper = {
  readonly values: Settings
  /** @throws Refusal when a value cannot be used; then nothing is changed. @returns the names that changed */
  change(change: SettingsChange): readonly SettingName[]
}

/** @param report told of each stored value that cannot be used; its default stands in for it, the file is left as it is */
export function createSettings(
  store: SettingsStore,
  random: Random,
  report: (problem: string) => void,
): SettingsKeeper {
  let values = readAll(store, report)
  // The client id identifies this copy for life: made once, at the first start.
  if (store.get('clientId') === undefined) values = write(store, values, { clientId: makeClientId(random) })

  return {
    get values() {
      return values
    },
    change(change) {
      const names = settingNames.filter((name) => change[name] !== undefined && change[name] !== values[name])
      if (names.length === 0) return names
      const next: Settings = { ...values, ...change }
      for (const name of names) check(name, next)
      values = write(store, values, change)
      return names
    },
  }
}

function readAll(store: SettingsStore, report: (problem: string) => void): Settings {
  const read = settingNames.map((name) => {
    const { schema, default: fallback, label } = settingsTable[name]
    const stored = store.get(name)
    if (stored === undefined) return [name, fallback]
    const checked = validate(schema, stored)
    if (checked.ok) return [name, checked.value]
    report(
      `The stored setting "${label}" cannot be used: it ${checked.problem}. Its default is used instead.`,
    )
    return [name, fallback]
  })
  return Object.fromEntries(read) as Settings // each name of the table, each value of its own schema
}

function check(name: SettingName, next: Settings): void {
  const { schema, label } = settingsTable[name]
  const checked = validate(schema, next[name])
  if (!checked.ok) throw new Refusal('invalid-setting', `${label} ${checked.problem}.`)
  if ((name === 'source' && next.source !== '') || name === 'clientId') {
    const endpoint = resolveEndpoint(next.source === '' ? 'ws://127.0.0.1' : next.source, next.clientId)
    if (!endpoint.ok) throw new Refusal('invalid-setting', endpoint.problem)
  }
}

function write(store: SettingsStore, values: Settings, change: SettingsChange): Settings {
  try {
    store.set(change)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new Refusal('unavailable', `The settings could not be saved (${cause}). Nothing was changed.`)
  }
  return { ...values, ...change }
}

const makeClientId = (random: Random): string =>
  `tocsin-${Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('')}`
