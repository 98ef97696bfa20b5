/** What the app does when the system or the user says something to it as a whole. */
import { type App, powerMonitor } from 'electron'
import type { Engine } from '../engine/engine.ts'
import { stopOnSignals } from '../host/stop-on-signals.ts'
import { readHandOver } from './hand-over.ts'
import type { MainWindow } from './main-window.ts'
import type { OpenedLinks } from './opened-links.ts'
import { followPower } from './power.ts'
import { storeBeforeQuit } from './quit.ts'
import type { Wishes } from './wishes.ts'

export type AppEventsDeps = {
  readonly app: App
  readonly window: MainWindow
  readonly engine: Engine
  readonly wishes: Wishes
  readonly openedLinks: OpenedLinks
  /** Stores and closes everything. */
  close(): Promise<void>
}

export function followAppEvents({ app, window, engine, wishes, openedLinks, close }: AppEventsDeps): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    wishes.followSecondStart(readHandOver(data))
  })
  app.on('activate', () => window.open(null, null))
  openedLinks.follow(wishes.openLink)
  followPower({ powerMonitor, engine, quit: () => app.quit() })
  storeBeforeQuit(app, close)
  stopOnSignals(
    () => app.quit(),
    () => app.exit(1),
  )
}
