/** Where settings and history live: the folder that Electron would choose, so that both hosts share it. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PlatformName } from './platform-name.ts'
import { folderProblem } from './start-problem.ts'

export const appName = 'tocsin'

type Environment = Readonly<Record<string, string | undefined>>

/** Electron's `app.getPath('userData')` for an app of this name. */
export function defaultDataFolder(
  platform: PlatformName,
  environment: Environment = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'linux':
      return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), appName)
    case 'darwin':
      return join(home, 'Library', 'Application Support', appName)
    case 'win32':
      return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), appName)
  }
}

/** Makes the folder where it is missing. @throws StartProblem when it cannot be used */
export function prepareDataFolder(folder: string): void {
  // What systems say about themselves is nobody else's business, in whatever folder it lies.
  process.umask(0o077)
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw folderProblem(error, folder)
  }
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  // One by one: asked to make all of them at once, Node calls a disk that can only be read ENOENT.
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
