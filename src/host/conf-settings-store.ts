/** The settings' file, as conf and electron-store write it: `config.json` in the data folder. */
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type Conf from 'conf'
import type { SettingsStore } from '../engine/settings/settings.ts'

export const settingsFileName = 'config.json'

/** What both libraries have in common: electron-store extends conf. */
export type ConfLike = Pick<Conf<Record<string, unknown>>, 'get' | 'set'>

export function toSettingsStore(conf: ConfLike): SettingsStore {
  return {
    get: (name) => conf.get(name),
    set: (values) => conf.set({ ...values }),
  }
}

/**
 * conf refuses to start on a file that is not JSON. Such a file is set aside under a dated name, so that nothing of it
 * is lost and Tocsin starts.
 * @returns a sentence for people where that happened, otherwise null
 */
export function setAsideBrokenSettings(dataDir: string, now: number): string | null {
  const path = join(dataDir, settingsFileName)
  if (!existsSync(path) || isJsonObject(path)) return null
  const aside = `${path}.broken-${new Date(now).toISOString().replaceAll(':', '-')}`
  renameSync(path, aside)
  return `The settings file could not be read. It is kept as ${aside}, and the defaults are used.`
}

/** A file that cannot be read at all is left alone: conf says so itself. */
function isJsonObject(path: string): boolean {
  const text = readFileSync(path, 'utf8')
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
