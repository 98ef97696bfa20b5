/** Electron's `BrowserWindow`: the page in it is the test's, in a real browser. */
import type { BrowserWindowConstructorOptions, BrowserWindow as PublicWindow } from 'electron'
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

    constructor({ show = true, webPreferences = {} }: BrowserWindowConstructorOptions = {}) {
      super()
      mustBeReady(desk, 'BrowserWindow')
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
      }
      desk.report({ is: 'window-made', windowId, preloadPath: preload })
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

    isVisible(): boolean {
      mustNotBeDestroyed(this.#isDestroyed)
      return this.#isVisible
    }

    isDestroyed(): boolean {
      return this.#isDestroyed
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
