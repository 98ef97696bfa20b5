/**
 * Makes the settings file one that can be opened: brings it up to date, drops single values that cannot be used, and sets
 * it aside where nothing can be done with it. Nothing of a user's is lost: the file as it was is kept first.
 */
import { settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { keepBeside, keepOnceBeside, moveBeside, replaceFile } from './keep-beside.ts'
import { mendSettings } from './mend-settings.ts'
import { readSettingsFile, type SettingsRead } from './read-settings-file.ts'
import {
  migrateSettings,
  newestVersion,
  type SettingsMigration,
  type SettingsValues,
  settingsMigrations,
  versionName,
  versionOf,
} from './settings-migrations.ts'

export type PreparedSettings = {
  /** What was found, for the activity log. */
  readonly notices: readonly Wording[]
  /** A newer Tocsin wrote it: what we cannot use is not to be judged, nor written away. */
  readonly isNewer: boolean
}

/**
 * @param path the file, in a folder that is there
 * @param now milliseconds since the epoch, for the names of what is kept
 * @throws Error of the system when the disk does not take what has to be kept; then nothing of the file is lost
 */
export function prepareSettingsFile(
  path: string,
  now: number,
  steps: readonly SettingsMigration[] = settingsMigrations,
): PreparedSettings {
  const newest = newestVersion(steps)
  const write = (values: SettingsValues): void => replaceFile(path, JSON.stringify(values, null, '\t'))
  const read = readSettingsFile(path)
  if (read.kind === 'none') {
    write({ [versionName]: newest })
    return { notices: [], isNewer: false }
  }
  if (read.kind === 'unusable') {
    const aside = moveBeside(path, 'broken', now)
    const clientId = findClientId(read.text)
    write({ [versionName]: newest, ...(clientId === null ? {} : { clientId }) })
    return { notices: [asideNotice(read, aside, clientId)], isNewer: false }
  }
  const version = versionOf(read.values)
  if (version > newest) return { notices: [newerNotice(version, newest)], isNewer: true }

  const migrated = migrateSettings(read.values, steps)
  if (migrated !== read.values) keepOnceBeside(path, `before-format-${newest}`, read.bytes)
  const { values, problems } = mendSettings(migrated)
  if (problems.length > 0) {
    const kept = keepBeside(path, 'unusable-values', now, read.bytes)
    write(values)
    return { notices: [...problems, worded('settings-file.kept', { file: kept })], isNewer: false }
  }
  if (migrated !== read.values) write(values)
  return { notices: [], isNewer: false }
}

/** By it a server knows this copy of Tocsin for life: it is looked for even in what is no JSON. */
function findClientId(text: string): string | null {
  const [, literal] = /"clientId"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text) ?? []
  if (literal === undefined) return null
  try {
    const checked = validate(settingsTable.clientId.schema, JSON.parse(literal))
    return checked.ok ? checked.value : null
  } catch {
    return null
  }
}

function asideNotice(
  { cause }: Extract<SettingsRead, { kind: 'unusable' }>,
  aside: string,
  clientId: string | null,
): Wording {
  const first = worded('settings-file.aside', { cause, file: aside })
  const second = worded('settings-file.client-id-found')
  return clientId === null ? first : worded('common.sentences', { first, second })
}

const newerNotice = (version: number, newest: number): Wording =>
  worded('settings-file.newer', { version, known: newest })
