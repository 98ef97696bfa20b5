/** How this very app is started again: by the system at login, for a link, or by itself. Pure. */
import type { LoginProgram } from './login-item/login-item.ts'

export type ProgramFacts = {
  readonly isPackaged: boolean
  /** The running program's path. */
  readonly execPath: string
  /** The app's own folder; Electron takes it as its first argument where the app is not packaged. */
  readonly appFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** @param dataDir null for the usual one */
export function thisProgram(facts: ProgramFacts, dataDir: string | null): LoginProgram {
  // What runs of an AppImage lies in a folder that is gone when it ends; this names the file itself.
  const image = facts.isPackaged ? facts.environment['APPIMAGE'] : undefined
  return {
    path: image || facts.execPath,
    args: [
      ...(facts.isPackaged ? [] : [facts.appFolder]),
      ...(dataDir === null ? [] : [`--data-dir=${dataDir}`]),
    ],
  }
}
