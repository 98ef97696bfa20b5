/** macOS. */
import { join } from 'node:path'
import { drawBadgeCount } from '../badge.ts'
import { createMainAppItem } from '../login-item/electron-login-item.ts'
import { registerByBundle } from '../register-links.ts'
import { createMacosToaster } from '../toasters/macos-toaster.ts'
import { alwaysHasTray } from './always-has-tray.ts'
import type { DesktopPlatform } from './desktop-platform.ts'

export const darwin: DesktopPlatform = {
  prepare: () => {},
  // The name must end in Template: macOS then colours it for the menu bar.
  trayImagePath: (resources, state) => join(resources, 'tray', 'darwin', `${state}Template.png`),
  learnPanelColour: () => {},
  windowOptions: () => ({}),
  keepsApplicationMenu: true,
  trayClickOpensMenu: true,
  trayMenuOpensUnseen: false,
  isSealWeak: () => false,
  // Every program there goes on when its last window is closed.
  explainsClosing: false,
  drawBadge: drawBadgeCount,
  registerLinks: (app) => registerByBundle(app),
  createLoginItem: (app) => createMainAppItem(app),
  wasOpenedAtLogin: (app) => app.getLoginItemSettings().wasOpenedAtLogin,
  watchTrayHost: alwaysHasTray,
  createToaster:
    ({ Notification, clock, launchInfo }) =>
    (listener, i18n) =>
      createMacosToaster({ Notification, clock, launchInfo, listener, i18n }),
}
