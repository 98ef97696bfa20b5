/** macOS. */
import { join } from 'node:path'
import type { DesktopPlatform } from './desktop-platform.ts'

export const darwin: DesktopPlatform = {
  prepare: () => {},
  // The name must end in Template: macOS then colours it for the menu bar.
  trayImagePath: (resources, state) => join(resources, 'tray', 'darwin', `${state}Template.png`),
  windowOptions: () => ({}),
  keepsApplicationMenu: true,
  trayClickOpensMenu: true,
  isSealWeak: () => false,
}
