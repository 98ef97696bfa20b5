/** What is in force: flags over the environment over the file over the defaults, each with where it came from. */
import { flagOf } from './option.ts'
import { type Environment, fileVariable, readEnvironment } from './read-environment.ts'
import { readFile } from './read-file.ts'
import { type Flags, readFlags } from './read-flags.ts'
import { type Configuration, type OptionName, optionNames, serverOptions } from './server-options.ts'
import type { ReadSettings, Setting, Source } from './setting.ts'

export type ReadConfiguration =
  | {
      readonly ok: true
      readonly configuration: Configuration
      readonly sources: Readonly<Record<OptionName, Source>>
    }
  | { readonly ok: false; readonly problem: string }

/** The places to read from. */
export type ConfigurationPlaces = {
  readonly flags: Flags
  readonly environment: Environment
  readonly readText: (path: string) => string
}

/** The flag that names the file, beside the table's. */
export const fileFlag = { config: { type: 'string' } } as const

export function readConfiguration(places: ConfigurationPlaces): ReadConfiguration {
  const chosen = new Map<OptionName, Setting>()
  // The weakest first: a later one takes its place.
  for (const read of [fileSettings(places), readEnvironment(places.environment), readFlags(places.flags)]) {
    if (!read.ok) return read
    for (const setting of read.settings) chosen.set(setting.name, setting)
  }
  const entries = optionNames.map((name) => [name, chosen.get(name) ?? defaultOf(name)] as const)
  return {
    ok: true,
    // Each value was checked by the schema that its type comes from.
    configuration: Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Configuration,
    sources: Object.fromEntries(entries.map(([name, { source }]) => [name, source])) as Record<
      OptionName,
      Source
    >,
  }
}

function fileSettings({ flags, environment, readText }: ConfigurationPlaces): ReadSettings {
  const path = flags.values['config'] ?? (environment[fileVariable] || undefined)
  if (path === undefined) return { ok: true, settings: [] }
  if (typeof path !== 'string' || path === '')
    return { ok: false, problem: `${flagOf('config')} needs a file` }
  return readFile(path, readText)
}

const defaultOf = (name: OptionName): Setting => ({
  name,
  value: serverOptions[name].default,
  source: { kind: 'default' },
})
