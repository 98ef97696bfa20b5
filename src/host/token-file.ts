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
import { Refusal } from '../contract/refusal.ts'
import type { PlatformName } from './platform-name.ts'

export type TokenFile = {
  /** @returns null where there is none, also where the file cannot be understood */
  get(key: string): string | null
  /** Of every source. */
  texts(): readonly string[]
  /** @param text null forgets it. @throws Refusal; then the file is as it was */
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
        const cause = error instanceof Error ? error.message : String(error)
        throw new Refusal('unavailable', `The access token could not be kept in ${path}: ${cause}.`)
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
        throw new Error('on this disk every user of this computer could read it')
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
