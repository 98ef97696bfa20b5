/** What differs between the desktops, behind names; one file each beside this one, chosen here, once. */
import type { App, BrowserWindowConstructorOptions, NativeTheme, Notification } from 'electron'
import type { Clock } from '../../clock/clock.ts'
import type { CreateToaster } from '../../engine/toasts/toaster.ts'
import { type PlatformName, platformName } from '../../host/platform-name.ts'
import type { BadgePlaces } from '../badge.ts'
import type { LoginItem, LoginProgram } from '../login-item/login-item.ts'
import type { LinksApp } from '../register-links.ts'
import type { TrayState } from '../tray-state.ts'
import { darwin } from './darwin.ts'
import { linux } from './linux.ts'
import { win32 } from './win32.ts'

/** What toasters are made of; each takes what it needs. */
export type ToasterParts = {
  readonly Notification: typeof Notification
  readonly clock: Clock
  /** Tocsin's `resources` folder. */
  readonly resources: string
  /** Of `whenReady`. */
  readonly launchInfo: unknown
}

export type DesktopPlatform = {
  /** Before Electron is ready. */
  prepare(app: App): void
  /**
   * @param resources Tocsin's `resources` folder
   * @param theme asked each time: the panel's colour changes
   */
  trayImagePath(
    resources: string,
    state: TrayState,
    theme: Pick<NativeTheme, 'shouldUseDarkColorsForSystemIntegratedUI'>,
  ): string
  /** Makes Electron find out whether the panel is dark, once it is ready; `updated` follows where that was not known. */
  learnPanelColour(theme: Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>): void
  windowOptions(resources: string): BrowserWindowConstructorOptions
  /** macOS has one menu bar for the whole desktop, and editing keys come from it. */
  readonly keepsApplicationMenu: boolean
  /** A click on the tray icon opens its menu by itself, so that it must not open the window too. */
  readonly trayClickOpensMenu: boolean
  /** Nobody says when the tray's menu is open, and one that is open suffers from being set again. */
  readonly trayMenuOpensUnseen: boolean
  /** Whether what `safeStorage` seals can be opened by whoever has it. Only to be asked once Electron is ready. */
  isSealWeak(sealed: Uint8Array): boolean
  /** People expect that closing the last window quits: the first time that it does not, they are told. */
  readonly explainsClosing: boolean
  drawBadge(places: BadgePlaces, unreadCount: number): void
  /** Takes a moment: once everything else is there. @param program how Tocsin is started */
  registerLinks(app: LinksApp, program: LoginProgram): void
  /** @param program what is to be started at login, with its arguments */
  createLoginItem(app: App, program: LoginProgram): LoginItem
  /** The system has started this run at login, and cannot say so by an argument. */
  wasOpenedAtLogin(app: Pick<App, 'getLoginItemSettings'>): boolean
  /** Tells whether there is anybody to show a tray icon: once it is known, and at each change. Stock GNOME has nobody. */
  watchTrayHost(clock: Clock, onChange: (hasTray: boolean) => void): Disposable
  /** Once Electron is ready: it may ask the user for a permission at once. */
  createToaster(parts: ToasterParts): CreateToaster
}

const platforms: Readonly<Record<PlatformName, DesktopPlatform>> = { linux, darwin, win32 }

export const desktopPlatform: DesktopPlatform = platforms[platformName]
