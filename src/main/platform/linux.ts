/** Linux desktops. */
import { join } from 'node:path'
import type { DesktopPlatform } from './desktop-platform.ts'

export const linux: DesktopPlatform = {
  // The name of the desktop file: it gives windows and toasts their icon and their group.
  prepare: (app) => app.setDesktopName('tocsin.desktop'),
  trayImagePath: (resources, state) => join(resources, 'tray', 'linux', `${state}.png`),
  windowOptions: (resources) => ({ icon: join(resources, 'app.png'), autoHideMenuBar: true }),
  keepsApplicationMenu: false,
  trayClickOpensMenu: false,
  // Without a keyring it seals with a key that is the same everywhere.
  isSealWeak: (safeStorage) => safeStorage.getSelectedStorageBackend() === 'basic_text',
}
