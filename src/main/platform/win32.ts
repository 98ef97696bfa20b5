/** Windows. */
import { join } from 'node:path'
import type { DesktopPlatform } from './desktop-platform.ts'

/** The same as the installer's: toasts are filed under it. */
const appUserModelId = 'dev.tocsin.Tocsin'

export const win32: DesktopPlatform = {
  prepare: (app) => app.setAppUserModelId(appUserModelId),
  trayImagePath: (resources, state) => join(resources, 'tray', 'win32', `${state}.ico`),
  windowOptions: (resources) => ({ icon: join(resources, 'app.ico'), autoHideMenuBar: true }),
  keepsApplicationMenu: false,
  trayClickOpensMenu: false,
  isSealWeak: () => false,
}
