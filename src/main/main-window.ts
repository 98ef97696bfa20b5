/** The one window: made when it is opened, gone when it is closed. Nothing in the engine depends on it. */
import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type WebFrameMain } from 'electron'
import type { AnyEvent } from '../contract/events.ts'
import { eventChannel } from '../contract/ipc-channels.ts'
import { isWindowUrl, windowUrl } from './app-scheme.ts'

export type MainWindow = {
  /** Shows it: a new one, or the one that is there, raised. */
  open(): void
  /** Shows it at a notification. */
  openNotification(rowId: number): void
  send(event: AnyEvent): void
  isOurs(frame: WebFrameMain): boolean
  /** The page has asked for its snapshot: from now on it listens. */
  pageListens(): void
}

/** Some Wayland desktops never report the first paint. */
const showAtTheLatestMs = 3_000

/** @param root Tocsin's own folder */
export function createMainWindow(
  root: string,
  platformOptions: BrowserWindowConstructorOptions,
  onProblem: (problem: unknown) => void,
): MainWindow {
  let window: BrowserWindow | null = null
  let isListening = false
  let wantedRowId: number | null = null

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...{ width: 1120, height: 760, minWidth: 380, minHeight: 480, show: false, title: 'Tocsin' },
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      ...platformOptions,
      webPreferences: {
        preload: join(root, 'out', 'preload', 'index.cjs'),
        ...{
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          webviewTag: false,
          spellcheck: false,
        },
      },
    })
    const show = (): void => {
      if (!made.isDestroyed() && !made.isVisible()) made.show()
    }
    made.once('ready-to-show', show)
    setTimeout(show, showAtTheLatestMs)
    made.on('closed', () => {
      if (window !== made) return
      window = null
      isListening = false
    })
    // A page that has crashed would be raised again and again, dead: the next opening makes a new one.
    made.webContents.on('render-process-gone', () => made.destroy())
    made.loadURL(windowUrl).catch(onProblem)
    return made
  }

  function open(): void {
    if (window === null) {
      window = make()
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function send(event: AnyEvent): void {
    if (window !== null && isListening) window.webContents.send(eventChannel, event.name, event.data)
  }

  function sendWanted(): void {
    if (wantedRowId === null || !isListening) return
    send({ name: 'notificationOpened', data: { rowId: wantedRowId } })
    wantedRowId = null
  }

  return {
    open,
    send,
    openNotification(rowId) {
      wantedRowId = rowId
      open()
      sendWanted()
    },
    isOurs: (frame) => window !== null && frame === window.webContents.mainFrame && isWindowUrl(frame.url),
    pageListens() {
      isListening = window !== null
      sendWanted()
    },
  }
}
