/** What the closing of the window means, by the setting `closeToTray`: Tocsin goes on, or quits. */
import type { App } from 'electron'
import { type ExplainClosingDeps, explainClosing } from './explain-closing.ts'

export type FollowClosingDeps = ExplainClosingDeps & {
  readonly app: Pick<App, 'on'>
  /** The first time that Tocsin goes on is explained. */
  readonly explains: boolean
  /** The setting. */
  keepsRunning(): boolean
}

/** @returns to be called once the user, or a quit, has closed the window: not for one that has crashed */
export function followClosing(deps: FollowClosingDeps): () => void {
  // Nobody's wish: also said where the page has crashed. Without a listener Electron would quit.
  deps.app.on('window-all-closed', () => {})
  return () => {
    if (deps.isQuitting()) return
    if (!deps.keepsRunning()) deps.quit()
    else if (deps.explains) explainClosing(deps)
  }
}
