/** Electron's `BrowserWindow`: the page in it is the test's, in a real browser. */
import type { BrowserWindowConstructorOptions, BrowserWindow as PublicWindow, Rectangle } from 'electron'
import { type Desk, mustBeReady, mustNotBeDestroyed } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { createEvent, EventSource } from './event-source.ts'
import { WebContents } from './web-contents.ts'

export type WindowHandle = {
  readonly windowId: number
  readonly webContents: WebContents
  /** The page is there. */
  loaded(url: string): void
  /** As a user closes it, and as quitting does. @returns whether it is gone: the app may prevent it */
  tryClose(): boolean
  destroy(): void
  /** As a user drags or sizes it. */
  place(bounds: Rectangle): void
  /** Another window comes to the front. */
  blur(): void
}

export type WindowsDeps = {
  readonly desk: Desk
  onMade(window: WindowHandle): void
  onGone(window: WindowHandle): void
}

export function createBrowserWindowClass({
  desk,
  onMade,
  onGone,
}: WindowsDeps): ElectronSubset['BrowserWindow'] {
  return class BrowserWindow extends EventSource<PublicWindow> {
    readonly #windowId = desk.nextId()
    readonly #contents: WebContents
    readonly #handle: WindowHandle
    #isVisible: boolean
    #isDestroyed = false
    #isMaximized = false
    #bounds: Rectangle

    constructor(options: BrowserWindowConstructorOptions = {}) {
      super()
      mustBeReady(desk, 'BrowserWindow')
      const { show = true, webPreferences = {} } = options
      this.#bounds = toBounds(options)
      const {
        preload = '',
        contextIsolation = true,
        sandbox = true,
        nodeIntegration = false,
      } = webPreferences
      if (!contextIsolation || !sandbox || nodeIntegration) {
        throw new Error('The stand-in runs windows only that are isolated, sandboxed and without Node.')
      }
      this.#isVisible = show
      const windowId = this.#windowId
      this.#contents = new WebContents((channel, args) =>
        desk.report({ is: 'window-message', windowId, channel, args }),
      )
      this.#handle = {
        ...{ windowId, webContents: this.#contents },
        loaded: (url) => this.#loaded(url),
        tryClose: () => this.#tryClose(),
        destroy: () => this.#destroy(),
        place: (bounds) => this.#place(bounds),
        blur: () => void this.events.emit('blur'),
      }
      desk.report({ is: 'window-made', windowId, preloadPath: preload, bounds: this.#bounds })
      onMade(this.#handle)
    }

    get webContents(): WebContents {
      return this.#contents
    }

    async loadURL(url: string): Promise<void> {
      mustNotBeDestroyed(this.#isDestroyed)
      desk.report({ is: 'window-load', windowId: this.#windowId, url })
    }

    show(): void {
      mustNotBeDestroyed(this.#isDestroyed)
      this.#isVisible = true
      desk.report({ is: 'window-raised', windowId: this.#windowId })
    }

    focus(): void {
      mustNotBeDestroyed(this.#isDestroyed)
      desk.report({ is: 'window-raised', windowId: this.#windowId })
    }

    /** Nothing minimises the stand-in's windows. */
    isMinimized(): boolean {
      mustNotBeDestroyed(this.#isDestroyed)
      return false
    }

    restore(): void {
      mustNotBeDestroyed(this.#isDestroyed)
    }

    /** docs/api/browser-window.md: of its normal state, "regardless of the current state". */
    getNormalBounds(): Rectangle {
      mustNotBeDestroyed(this.#isDestroyed)
      return { ...this.#bounds }
    }

    isMaximized(): boolean {
      mustNotBeDestroyed(this.#isDestroyed)
      return this.#isMaximized
    }

    /** "This will also show (but not focus) the window if it isn't being displayed already." */
    maximize(): void {
      mustNotBeDestroyed(this.#isDestroyed)
      this.#isMaximized = true
      this.#isVisible = true
      desk.report({ is: 'window-maximized', windowId: this.#windowId })
      this.events.emit('maximize')
    }

    /** Windows alone has it. */
    setOverlayIcon(): void {
      mustNotBeDestroyed(this.#isDestroyed)
    }

    isVisible(): boolean {
      mustNotBeDestroyed(this.#isDestroyed)
      return this.#isVisible
    }

    isDestroyed(): boolean {
      return this.#isDestroyed
    }

    #place(bounds: Rectangle): void {
      this.#bounds = bounds
      this.events.emit('move')
      this.events.emit('resize')
    }

    #loaded(url: string): void {
      this.#contents.ownFrame.url = url
      if (!this.#isDestroyed) this.events.emit('ready-to-show')
    }

    #tryClose(): boolean {
      const event = createEvent({})
      this.events.emit('close', event)
      if (!event.defaultPrevented) this.#destroy()
      return !event.defaultPrevented
    }

    destroy(): void {
      this.#destroy()
    }

    #destroy(): void {
      if (this.#isDestroyed) return
      this.#isDestroyed = true
      this.#contents.isDestroyed = true
      desk.report({ is: 'window-gone', windowId: this.#windowId })
      this.events.emit('closed')
      onGone(this.#handle)
    }
  }
}

/** Without a place, it is the desktop's: here in the corner. */
const toBounds = ({
  x = 0,
  y = 0,
  width = 800,
  height = 600,
}: BrowserWindowConstructorOptions): Rectangle => ({
  ...{ x, y, width, height },
})
