/** A file that only its owner can read, for access tokens or what a keychain made of them: one text for each source. */
import {
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { describeFault } from '../engine/describe-fault.ts'
import { WordedError, WordedRefusal } from '../engine/worded-error.ts'
import { worded } from '../i18n/wording.ts'
import type { PlatformName } from './platform-name.ts'

export type TokenFile = {
  /** @returns null where there is none, also where the file cannot be understood */
  get(key: string): string | null
  /** Of every source. */
  texts(): readonly string[]
  /** @param text null forgets it. @throws WordedRefusal; then the file is as it was */
  set(key: string, text: string | null): void
}

/** @param platform where a file's owner is looked after by modes, and where by the folder it lies in */
export function createTokenFile(path: string, platform: PlatformName): TokenFile {
  return {
    get(key) {
      const texts = read(path)
      return Object.hasOwn(texts, key) ? (texts[key] ?? null) : null
    },
    texts: () => Object.values(read(path)),
    set(key, text) {
      const others = Object.entries(read(path)).filter(([other]) => other !== key)
      const next = text === null ? others : [...others, [key, text]]
      try {
        replace(path, JSON.stringify(Object.fromEntries(next)), platform)
      } catch (error) {
        const cause = describeFault(error)
        throw new WordedRefusal('unavailable', worded('secrets.not-kept', { file: path, cause }))
      }
    },
  }
}

function read(path: string): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'))
  } catch {
    return {}
  }
}

/** Whole or not at all, and never readable by others, not even while it is written. */
function replace(path: string, text: string, platform: PlatformName): void {
  const beside = `${path}.new`
  // Left over from a crash, it would keep a mode of its own.
  rmSync(beside, { force: true })
  const file = openSync(beside, 'wx', 0o600)
  try {
    try {
      fchmodSync(file, 0o600)
      if (platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0) {
        throw new WordedError(worded('secrets.readable'))
      }
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
