/** Windows. */
import { join } from 'node:path'
import { desktopId } from '../../host/desktop-id.ts'
import { drawOverlayMark } from '../badge.ts'
import { createRunKeyItem } from '../login-item/electron-login-item.ts'
import { registerByCommand } from '../register-links.ts'
import { createWindowsToaster } from '../toasters/windows-toaster.ts'
import { alwaysHasTray } from './always-has-tray.ts'
import type { DesktopPlatform } from './desktop-platform.ts'

/** Made once, for Tocsin alone, and never to be changed: Windows starts what is registered by it when a toast is clicked. */
const toastActivatorClsid = '{C029F211-F57C-4932-A222-6CBAB2DE0785}'

export const win32: DesktopPlatform = {
  prepare(app) {
    // First: the two are written into the shortcut in the Start menu together. Unset, Electron makes one up for each run,
    // and a toast of an earlier run finds nobody (electron/electron#51147, docs/api/app.md).
    app.setToastActivatorCLSID(toastActivatorClsid)
    // The same as the installer's: toasts are filed under it.
    app.setAppUserModelId(desktopId)
  },
  trayImagePath(resources, state, { shouldUseDarkColorsForSystemIntegratedUI: isDark }) {
    return join(resources, 'tray', 'win32', isDark ? 'dark' : 'light', `${state}.ico`)
  },
  // Before a theme has changed, Electron takes the apps' colour for the taskbar's (electron_api_native_theme.cc), and
  // Windows may have light apps with a dark taskbar. No window is open yet that would flicker.
  learnPanelColour(theme) {
    const { themeSource } = theme
    theme.themeSource = theme.shouldUseDarkColors ? 'light' : 'dark'
    theme.themeSource = themeSource
  },
  windowOptions: (resources) => ({ icon: join(resources, 'app.ico'), autoHideMenuBar: true }),
  keepsApplicationMenu: false,
  trayClickOpensMenu: false,
  trayMenuOpensUnseen: false,
  isSealWeak: () => false,
  explainsClosing: true,
  drawBadge: drawOverlayMark,
  registerLinks: (app, { path, args }) => registerByCommand(app, path, args),
  createLoginItem: (app, program) => createRunKeyItem(app, desktopId, program),
  wasOpenedAtLogin: () => false,
  watchTrayHost: alwaysHasTray,
  createToaster:
    ({ Notification, clock, resources }) =>
    (listener, i18n) =>
      createWindowsToaster({ Notification, clock, resources, listener, i18n }),
}
