/** The first time ever that the window is closed and Tocsin goes on: says so, and how to quit. */
import type { Dialog } from 'electron'
import type { I18n } from '../i18n/create-i18n.ts'
import type { WindowMemory } from './window-memory.ts'

export type ExplainClosingDeps = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly memory: WindowMemory
  i18n(): I18n
  /** Null while it is not known. */
  hasTray(): boolean | null
  /** Then the answer is too late. */
  isQuitting(): boolean
  quit(): void
}

/**
 * To be called once the window is gone, so that no quit can wait for the answer. Without a parent the box is a window of
 * its own, and blocks nothing on Windows and Linux; on macOS it would block the whole process (`runModal` in Electron's
 * `message_box_mac.mm`), and nobody expects closing to quit there.
 */
export function explainClosing(deps: ExplainClosingDeps): void {
  if (deps.memory.value.hasExplainedClosing) return
  deps.memory.change({ hasExplainedClosing: true })
  const { t } = deps.i18n()
  void deps.dialog
    .showMessageBox({
      ...{ type: 'info', title: 'Tocsin', message: t('desktop.closing.message') },
      detail: t(deps.hasTray() === false ? 'desktop.closing.no-tray' : 'desktop.closing.tray'),
      buttons: [t('desktop.closing.keep'), t('desktop.closing.quit')],
      ...{ defaultId: 0, cancelId: 0, noLink: true },
    })
    .then(({ response }) => {
      if (response === 1 && !deps.isQuitting()) deps.quit()
    })
}
