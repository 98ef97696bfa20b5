/** What differs between the desktops, behind names; one file each beside this one, chosen here, once. */
import type { App, BrowserWindowConstructorOptions, SafeStorage } from 'electron'
import { type PlatformName, platformName } from '../../host/platform-name.ts'
import type { TrayState } from '../tray-menu.ts'
import { darwin } from './darwin.ts'
import { linux } from './linux.ts'
import { win32 } from './win32.ts'

export type DesktopPlatform = {
  /** Before Electron is ready. */
  prepare(app: App): void
  /** @param resources Tocsin's `resources` folder */
  trayImagePath(resources: string, state: TrayState): string
  windowOptions(resources: string): BrowserWindowConstructorOptions
  /** macOS has one menu bar for the whole desktop, and editing keys come from it. */
  readonly keepsApplicationMenu: boolean
  /** A click on the tray icon opens its menu by itself, so that it must not open the window too. */
  readonly trayClickOpensMenu: boolean
  /** Whether what `safeStorage` seals can be opened by whoever has it. Only to be asked once Electron is ready. */
  isSealWeak(safeStorage: Pick<SafeStorage, 'getSelectedStorageBackend'>): boolean
}

const platforms: Readonly<Record<PlatformName, DesktopPlatform>> = { linux, darwin, win32 }

export const desktopPlatform: DesktopPlatform = platforms[platformName]
