/** Reads the settings file, whatever is in its place. Changes nothing. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { type Wording, worded } from '../../i18n/wording.ts'
import type { SettingsValues } from './settings-migrations.ts'

export type SettingsRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'values'; readonly values: SettingsValues; readonly bytes: Uint8Array }
  /** `text`: what could be read all the same. */
  | { readonly kind: 'unusable'; readonly cause: Wording; readonly text: string }

/** Settings take a few kilobytes, each source some more. */
const maxBytes = 1024 * 1024
/** Ours are four deep; conf runs out of stack where a file is some thousands deep. */
const maxDepth = 100

/** @throws Error of the system where the disk fails: that is not the file's fault */
export function readSettingsFile(path: string): SettingsRead {
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return { kind: 'none' }
    // Before it is opened: a pipe would be waited for, for ever.
    if (!stats.isFile()) {
      return unusable(worded(stats.isDirectory() ? 'settings-file.is-folder' : 'settings-file.is-device'))
    }
    return understand(readStart(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EACCES' || code === 'EPERM') return unusable(worded('settings-file.forbidden'))
    throw error
  }
}

/** One byte more than there may be. */
function readStart(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(maxBytes + 1)
    let length = 0
    for (;;) {
      const count = readSync(file, bytes, length, bytes.length - length, null)
      length += count
      if (count === 0) return bytes.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

function understand(bytes: Uint8Array): SettingsRead {
  // A byte order mark, as Windows' editors write it, is left out by the decoder.
  const text = new TextDecoder().decode(bytes)
  if (bytes.length > maxBytes) return unusable(worded('settings-file.large'), text)
  // What a power cut can leave of a file.
  if (bytes.every((byte) => byte === 0)) return unusable(worded('settings-file.empty'))
  try {
    const values: unknown = JSON.parse(text)
    if (isRecord(values) && !isDeeperThan(values, maxDepth)) return { kind: 'values', values, bytes }
  } catch {
    // Said below.
  }
  return unusable(worded('settings-file.unreadable'), text)
}

const unusable = (cause: Wording, text = ''): SettingsRead => ({ kind: 'unusable', cause, text })

const isRecord = (value: unknown): value is SettingsValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDeeperThan = (value: unknown, depth: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1)))
