/** Electron's program on this machine. Never `import 'electron'` here: that downloads it, without a time limit. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type ElectronPackage = { readonly folder: string; readonly version: string }

/** @returns null where the npm package `electron` is not installed */
export function findElectronPackage(root: string): ElectronPackage | null {
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('electron/package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string } // npm demands it
    return { folder: dirname(manifest), version }
  } catch {
    return null
  }
}

/** As electron's own `install.js` decides it. @returns the program's path, or null while it is not there whole */
export function findElectronBinary(
  electron: ElectronPackage,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  const name = readTrimmed(join(electron.folder, 'path.txt'))
  if (override !== undefined) return existing(join(override, name ?? 'electron'))
  const version = readTrimmed(join(electron.folder, 'dist', 'version'))?.replace(/^v/, '')
  if (name === null || version !== electron.version) return null
  return existing(join(electron.folder, 'dist', name))
}

const existing = (path: string): string | null => (existsSync(path) ? path : null)

function readTrimmed(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
