/** Electron's readiness, with what macOS says that Tocsin was opened for: `app.whenReady` does not pass that on. */
import type { App } from 'electron'

/** To be called before Electron is ready. @returns `launchInfo` of the event `ready`: on macOS alone more than `{}` */
export const whenReady = (app: Pick<App, 'once'>): Promise<unknown> =>
  new Promise((resolve) => {
    app.once('ready', (_event, launchInfo) => resolve(launchInfo))
  })
