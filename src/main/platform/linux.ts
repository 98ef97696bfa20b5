/** Linux desktops. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { desktopFileName } from '../../host/desktop-id.ts'
import { createLinuxToaster } from '../../host/linux-toasts/create-linux-toaster.ts'
import { ourToastLook } from '../../host/linux-toasts/our-toast-look.ts'
import { findSessionBus } from '../../host/linux-toasts/session-bus.ts'
import { watchTrayHost } from '../../host/linux-toasts/status-notifier.ts'
import { drawBadgeCount } from '../badge.ts'
import { autostartPath, createXdgAutostart } from '../login-item/xdg-autostart.ts'
import { registerScheme } from '../register-scheme.ts'
import type { DesktopPlatform } from './desktop-platform.ts'
import { isWeakLinuxSeal } from './linux-seal.ts'

export const linux: DesktopPlatform = {
  // The name of the desktop file: it gives windows and toasts their icon and their group.
  prepare: (app) => app.setDesktopName(desktopFileName),
  // Nothing tells a light panel from a dark one: these pictures are seen on both.
  trayImagePath: (resources, state) => join(resources, 'tray', 'linux', `${state}.png`),
  learnPanelColour: () => {},
  windowOptions: (resources) => ({ icon: join(resources, 'app.png'), autoHideMenuBar: true }),
  keepsApplicationMenu: false,
  trayClickOpensMenu: false,
  trayMenuOpensUnseen: true,
  // Without a keyring it seals with a key that is the same everywhere.
  isSealWeak: isWeakLinuxSeal,
  explainsClosing: true,
  drawBadge: drawBadgeCount,
  registerLinks: () => void registerScheme(process.env, homedir()),
  createLoginItem: (_app, program) =>
    createXdgAutostart(autostartPath(process.env, homedir(), desktopFileName), program),
  wasOpenedAtLogin: () => false,
  watchTrayHost: (clock, onChange) =>
    watchTrayHost({ clock, onChange, busAddress: findSessionBus(process.env) }),
  createToaster:
    ({ clock, resources }) =>
    (listener, i18n) =>
      createLinuxToaster({
        ...ourToastLook(resources),
        ...{ clock, listener, i18n, busAddress: findSessionBus(process.env) },
      }),
}
