/** Reads a file of settings that Tocsin has written, or that somebody wrote by hand: all of it can be used, or it is refused. */

import { readFile, stat } from 'node:fs/promises'
import type { SettingsChange } from '../../contract/commands.ts'
import { type SettingName, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { WordedError, WordedRefusal } from '../worded-error.ts'
import { describeInvalid } from './check-setting.ts'
import { exportKind, exportVersion } from './settings-export.ts'

/** Settings take a few kilobytes. */
const maxBytes = 1024 * 1024

/** @throws WordedRefusal `bad-input` */
export async function readSettingsExport(file: string): Promise<SettingsChange> {
  return parseSettingsExport(await readText(file))
}

/** @throws WordedRefusal `bad-input` */
export function parseSettingsExport(text: string): SettingsChange {
  const settings = unwrap(parse(text))
  for (const [name, value] of Object.entries(settings)) checkValue(name, value)
  return settings as SettingsChange // each name is one of ours, and each value fits its own schema
}

async function readText(file: string): Promise<string> {
  try {
    // Before it is opened: a pipe would be waited for, for ever.
    const stats = await stat(file)
    if (!stats.isFile()) throw new WordedError(worded('engine-settings.import.no-file'))
    if (stats.size > maxBytes) throw new WordedError(worded('engine-settings.import.large'))
    // A byte order mark, as Windows' editors write it, is left out by the decoder.
    return new TextDecoder().decode(await readFile(file))
  } catch (fault) {
    throw refuse(worded('engine-settings.import.unreadable', { file, cause: describeFault(fault) }))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse(notOurs)
  }
}

const notOurs = worded('engine-settings.import.not-ours')

/** @returns what stands under `settings`, not checked yet */
function unwrap(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value) || value['tocsin'] !== exportKind || !isRecord(value['settings']))
    throw refuse(notOurs)
  const { version } = value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw refuse(notOurs)
  if (version > exportVersion) {
    throw refuse(worded('engine-settings.import.newer', { version, known: exportVersion }))
  }
  return value['settings']
}

function checkValue(name: string, value: unknown): void {
  if (!isSettingName(name)) {
    throw refuse(worded('engine-settings.import.unknown', { name: name.slice(0, 100) }))
  }
  const { schema } = settingsTable[name]
  const checked = validate(schema, value)
  if (!checked.ok) throw refuse(describeInvalid(name, checked.problem))
}

const refuse = (problem: Wording): WordedRefusal =>
  new WordedRefusal('bad-input', worded('engine-settings.import.nothing', { problem }))

const isSettingName = (name: string): name is SettingName => settingNames.some((known) => known === name)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
