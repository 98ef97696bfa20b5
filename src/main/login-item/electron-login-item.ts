/** macOS and Windows: the system's own list of login items, by Electron. */
import type { App } from 'electron'
import { WordedError } from '../../engine/worded-error.ts'
import { worded } from '../../i18n/wording.ts'
import type { LoginItem, LoginProgram } from './login-item.ts'

type LoginApp = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>

/**
 * Windows: a value under the user's Run key, which the user may switch off in the Task Manager. Electron quotes each
 * argument itself (`FormatCommandLineString` in browser_win.cc), whatever its documentation says of quotes.
 * @param name of the value: the app's user model id
 */
export function createRunKeyItem(app: LoginApp, name: string, program: LoginProgram): LoginItem {
  const command = { path: program.path, args: [...program.args] }
  return {
    state() {
      const { openAtLogin, launchItems } = app.getLoginItemSettings(command)
      const isSwitchedOff = launchItems.some((item) => item.name === name && !item.enabled)
      if (isSwitchedOff) return 'off'
      // Windows deletes no value: one that is not there, or another, was written by a copy that lay elsewhere.
      return openAtLogin ? 'on' : 'elsewhere'
    },
    set: (isOn) => app.setLoginItemSettings({ ...command, name, openAtLogin: isOn }),
  }
}

/** macOS: the app itself is registered (`SMAppService.mainApp`); arguments cannot be given. */
export function createMainAppItem(app: LoginApp & Pick<App, 'isPackaged'>): LoginItem {
  return {
    state: () => (app.getLoginItemSettings().status === 'enabled' ? 'on' : 'off'),
    set(isOn) {
      if (isOn && !app.isPackaged) {
        throw new WordedError(worded('desktop.login.from-source'))
      }
      app.setLoginItemSettings({ openAtLogin: isOn })
      const { status } = app.getLoginItemSettings()
      if (isOn && status !== 'enabled') throw new WordedError(refusals[status])
    },
  }
}

const approval = worded('desktop.login.macos-consent')
const unsigned = worded('desktop.login.macos-unsigned')
const refusals = {
  'requires-approval': approval,
  'not-registered': unsigned,
  'not-found': unsigned,
} as const
