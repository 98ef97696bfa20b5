/** What the app does when the system or the user says something to it as a whole. */
import { type App, powerMonitor } from 'electron'
import type { Engine } from '../engine/engine.ts'
import { stopOnSignals } from '../host/stop-on-signals.ts'
import type { MainWindow } from './main-window.ts'
import { storeBeforeQuit } from './quit.ts'

export type AppEventsDeps = {
  readonly app: App
  readonly window: MainWindow
  readonly engine: Engine
  /** Stores and closes everything. */
  close(): Promise<void>
}

export function followAppEvents({ app, window, engine, close }: AppEventsDeps): void {
  app.on('second-instance', window.open)
  app.on('activate', window.open)
  app.on('window-all-closed', () => {
    if (!engine.view.settings.closeToTray) app.quit()
  })
  powerMonitor.on('resume', engine.woke)
  powerMonitor.on('unlock-screen', engine.woke)
  storeBeforeQuit(app, close)
  stopOnSignals(
    () => app.quit(),
    () => app.exit(1),
  )
}
