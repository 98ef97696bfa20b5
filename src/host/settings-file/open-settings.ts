/** Opens the settings file for a host: conf or electron-store over it, once it is sure that they can. */
import { join } from 'node:path'
import type Conf from 'conf'
import { describeFault } from '../../engine/describe-fault.ts'
import type { SettingsStore } from '../../engine/settings/settings.ts'
import { WordedRefusal } from '../../engine/worded-error.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { prepareSettingsFile } from './prepare-settings-file.ts'
import { createFileSchema, type FileSchema } from './settings-schema.ts'

const settingsFileName = 'config.json'

/** What both libraries have in common: electron-store extends conf. */
export type ConfLike = Pick<Conf<Record<string, unknown>>, 'get' | 'set'>

/** The file is theirs by default: `config.json` in `cwd`. */
export type ConfOptions = { readonly cwd: string; readonly schema?: FileSchema }

export type OpenedSettings = {
  readonly store: SettingsStore
  /** What was found, for the activity log. */
  readonly notices: readonly Wording[]
}

/**
 * @param dataDir a folder that is there
 * @param now milliseconds since the epoch
 * @param open `(options) => new Conf(options)`, or electron-store's
 * @throws Error of the system when the disk fails, or does not take what has to be kept
 */
export function openSettings(
  dataDir: string,
  now: number,
  open: (options: ConfOptions) => ConfLike,
): OpenedSettings {
  const { notices, isNewer } = prepareSettingsFile(join(dataDir, settingsFileName), now)
  const conf = open(isNewer ? { cwd: dataDir } : { cwd: dataDir, schema: createFileSchema() })
  return { store: toSettingsStore(conf), notices }
}

/** conf reads the file at each call: somebody may have changed it meanwhile. */
function toSettingsStore(conf: ConfLike): SettingsStore {
  return {
    get(name) {
      try {
        return conf.get(name)
      } catch (error) {
        const cause = describeFault(error)
        throw new WordedRefusal('unavailable', worded('settings-file.changed', { cause }))
      }
    },
    set: (values) => conf.set({ ...values }),
  }
}
