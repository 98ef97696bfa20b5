/** The first time ever that the window is closed and Tocsin goes on: says so, and how to quit. */
import type { Dialog } from 'electron'
import type { WindowMemory } from './window-memory.ts'

export type ExplainClosingDeps = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly memory: WindowMemory
  /** The setting `closeToTray`. */
  keepsRunning(): boolean
  /** Null while it is not known. */
  hasTray(): boolean | null
  /** Then the window is closed for good, and nothing is to be explained. */
  isQuitting(): boolean
  quit(): void
}

const buttons = ['Keep running', 'Quit'] as const

export const closingWords = (hasTray: boolean | null): string =>
  hasTray === false
    ? 'Tocsin keeps running without a window. Start it again to open it; Settings has Quit.'
    : 'Tocsin keeps running in the tray. Click its icon there to open the window again; its menu has Quit.'

/**
 * To be called once the window is gone, so that no quit can wait for the answer. Without a parent the box is a window of
 * its own, and blocks nothing on Windows and Linux; on macOS it would block the whole process (`runModal` in Electron's
 * `message_box_mac.mm`), and nobody expects closing to quit there.
 */
export function explainClosing(deps: ExplainClosingDeps): void {
  if (deps.memory.value.hasExplainedClosing || !deps.keepsRunning() || deps.isQuitting()) return
  deps.memory.change({ hasExplainedClosing: true })
  void deps.dialog
    .showMessageBox({
      ...{ type: 'info', title: 'Tocsin', message: 'Tocsin is still running' },
      detail: closingWords(deps.hasTray()),
      ...{ buttons: [...buttons], defaultId: 0, cancelId: 0, noLink: true },
    })
    .then(({ response }) => {
      if (response === 1 && !deps.isQuitting()) deps.quit()
    })
}
