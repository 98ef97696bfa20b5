/** Linux: a file in the autostart folder (Desktop Application Autostart Specification). */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describeFault } from '../../engine/describe-fault.ts'
import { WordedError } from '../../engine/worded-error.ts'
import { worded } from '../../i18n/wording.ts'
import { fromExec, readDesktopEntry, toExec, writeDesktopEntry } from './desktop-entry.ts'
import type { LoginItem, LoginProgram } from './login-item.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** @param home the user's folder. @param fileName as the desktop entry of the app is called */
export const autostartPath = (environment: Environment, home: string, fileName: string): string =>
  join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart', fileName)

/** What the user's own settings have of it decides: a file that is gone, hidden or switched off there is off. */
export function createXdgAutostart(path: string, program: LoginProgram): LoginItem {
  const command = [program.path, ...program.args]
  return {
    state() {
      const entry = read(path)
      const isOff = entry['Hidden'] === 'true' || entry['X-GNOME-Autostart-enabled'] === 'false'
      if (entry['Exec'] === undefined || isOff) return 'off'
      return JSON.stringify(fromExec(entry['Exec'])) === JSON.stringify(command) ? 'on' : 'elsewhere'
    },
    set(isOn) {
      const exec = isOn ? toExec(command) : null
      try {
        if (exec === null) rmSync(path, { force: true })
        else write(path, entryText(exec, program))
      } catch (error) {
        throw new WordedError(worded('desktop.login.not-written', { path, cause: describeFault(error) }))
      }
    },
  }
}

const entryText = (exec: string, program: LoginProgram): string =>
  writeDesktopEntry({
    ...{ Type: 'Application', Version: '1.5', Name: 'Tocsin', Comment: 'Notification centre' },
    Exec: exec,
    // A desktop passes over the file once the program is gone.
    TryExec: program.path,
    ...{ Terminal: 'false', StartupNotify: 'false', 'X-GNOME-Autostart-enabled': 'true' },
  })

function read(path: string): Readonly<Record<string, string>> {
  try {
    return readDesktopEntry(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}
