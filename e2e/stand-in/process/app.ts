/** Electron's `app`: its life from ready to quit, its folders, and its one instance. */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { LoginItemSettings, App as PublicApp } from 'electron'
import type { WindowHandle } from './browser-window.ts'
import type { Desk } from './desk.ts'
import { createEvent, EventSource } from './event-source.ts'
import { takeSingleInstanceLock } from './single-instance.ts'

export type AppDeps = {
  readonly desk: Desk
  /** As its `package.json` says. */
  readonly name: string
  readonly version: string
  readonly windows: ReadonlySet<WindowHandle>
}

export class App extends EventSource<PublicApp> {
  readonly #deps: AppDeps
  readonly #paths = new Map<string, string>()
  #releaseLock: (() => void) | null = null
  #isQuitting = false

  constructor(deps: AppDeps) {
    super()
    this.#deps = deps
    // The second is `launchInfo`: empty but for a click on a notification on macOS (docs/api/app.md, `ready`).
    void deps.desk.ready.then(() => this.events.emit('ready', createEvent({}), {}))
    const appData = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
    this.#paths.set('userData', join(appData, deps.name))
    this.#paths.set('documents', join(appData, 'Documents'))
  }

  whenReady(): Promise<void> {
    return this.#deps.desk.ready
  }

  getVersion(): string {
    return this.#deps.version
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    this.#paths.set(name, path)
  }

  setDesktopName(_name: string): void {}

  setAppUserModelId(_id: string): void {}

  /** @throws Error as Electron does (shell/browser/api/electron_api_app.cc, `SetToastActivatorCLSID`) */
  setToastActivatorCLSID(id: string): void {
    if (!/^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i.test(id)) throw new Error('Invalid CLSID format')
  }

  /** Run from its source, as in a checkout. */
  readonly isPackaged = false

  /** There is one on macOS alone (docs/api/app.md, `app.dock`). */
  readonly dock: undefined

  /** The specs read English. */
  getPreferredSystemLanguages(): string[] {
    return ['en-US']
  }

  getAppPath(): string {
    return process.argv[1] ?? ''
  }

  /** docs/api/app.md: "second-instance … is guaranteed to be emitted after the ready event". */
  requestSingleInstanceLock(additionalData: unknown = {}): boolean {
    if (this.#releaseLock !== null) return true
    const start = { args: process.argv, data: structuredClone(additionalData) }
    this.#releaseLock = takeSingleInstanceLock(this.getPath('userData'), start, ({ args, data }) => {
      void this.whenReady().then(() => this.events.emit('second-instance', createEvent({}), args, '/', data))
    })
    return this.#releaseLock !== null
  }

  /** Without an installed desktop file there is nothing to register (shell/browser/browser_linux.cc). */
  isDefaultProtocolClient(_scheme: string): boolean {
    return false
  }

  setAsDefaultProtocolClient(_scheme: string): boolean {
    return false
  }

  /** docs/api/app.md: "Setting the count to 0 will hide the badge." */
  setBadgeCount(count = 0): boolean {
    this.#deps.desk.report({ is: 'badge-drawn', count })
    return true
  }

  /** Linux has no such list: nothing is on it, and nothing comes onto it (shell/browser/browser_linux.cc). */
  getLoginItemSettings(): LoginItemSettings {
    return {
      ...{ openAtLogin: false, wasOpenedAtLogin: false, status: 'not-registered' },
      ...{ executableWillLaunchAtLogin: false, launchItems: [] },
    }
  }

  setLoginItemSettings(): void {}

  /** As macOS opens a link; the app may be asked before it is ready (docs/api/app.md, `open-url`). */
  openUrl(url: string): void {
    this.events.emit('open-url', createEvent({}), url)
  }

  /** Asks everybody: the app, then each window, then the app again. */
  quit(): void {
    if (this.#isQuitting) return
    const beforeQuit = createEvent({})
    this.events.emit('before-quit', beforeQuit)
    if (beforeQuit.defaultPrevented) return
    this.#isQuitting = true
    // The last window that closes goes on with it.
    if (this.#deps.windows.size === 0) this.#willQuit()
    else for (const window of [...this.#deps.windows]) this.#isQuitting &&= window.tryClose()
  }

  /** Asks nobody. */
  exit(code = 0): void {
    this.#releaseLock?.()
    process.exit(code)
  }

  /** Without listeners Electron quits once the last window is closed. */
  windowGone(): void {
    if (this.#deps.windows.size > 0) return
    if (this.#isQuitting) this.#willQuit()
    else if (this.events.emit('window-all-closed') === false) this.quit()
  }

  #willQuit(): void {
    const willQuit = createEvent({})
    this.events.emit('will-quit', willQuit)
    if (!willQuit.defaultPrevented) this.exit(0)
    this.#isQuitting = false
  }
}
