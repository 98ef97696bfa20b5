/** The one window: made when it is opened, gone when it is closed. Nothing in the engine depends on it. */
import { join } from 'node:path'
import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  screen,
  type WebFrameMain,
} from 'electron'
import type { Clock } from '../clock/clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import { eventChannel } from '../contract/ipc-channels.ts'
import type { OpenTarget } from '../engine/engine.ts'
import { createWantedTarget } from '../host/wanted-target.ts'
import { isWindowUrl, windowUrl } from './app-scheme.ts'
import { keepPlace } from './keep-place.ts'
import type { WindowMemory } from './window-memory.ts'
import { fitPlace, leastHeight, leastWidth, type WorkAreas } from './window-place.ts'

export type MainWindowDeps = {
  /** Tocsin's own folder. */
  readonly root: string
  readonly platformOptions: BrowserWindowConstructorOptions
  readonly clock: Clock
  readonly memory: WindowMemory
  /** Lets the window come to the front where the desktop asks for a token. */
  activate(token: string): void
  /** Nobody looks at it any more: another window is in front, or this one is gone. */
  onLeft(): void
  /** A new one has been made. */
  onMade(): void
  /** The user has closed it, or a quit has; it did not crash. */
  onClosed(): void
  /** Windows ends the session, and this process as soon as this returns. */
  onSessionEnd(): void
  report(problem: unknown): void
}

export type MainWindow = {
  /**
   * Shows it: a new one, or the one that is there, raised.
   * @param target what it is to show; null for whatever it shows
   * @param activationToken lets it come to the front on Wayland (xdg-activation); null where there is none
   */
  open(target: OpenTarget | 'settings' | null, activationToken: string | null): void
  send(event: AnyEvent): void
  isOurs(frame: WebFrameMain): boolean
  /** The page has asked for its snapshot: from now on it listens. */
  pageListens(): void
  /** Null while none is open. */
  current(): BrowserWindow | null
}

/** Some Wayland desktops never report the first paint. */
const showAtTheLatestMs = 3_000

export function createMainWindow(deps: MainWindowDeps): MainWindow {
  const { clock, memory } = deps
  let window: BrowserWindow | null = null
  let hasShown = false
  let isListening = false
  const wanted = createWantedTarget(clock, send)

  function make(): BrowserWindow {
    const { bounds, isMaximized } = memory.value
    const made = new BrowserWindow({
      ...{ ...fitPlace(bounds, workAreas()), minWidth: leastWidth, minHeight: leastHeight },
      ...{ show: false, title: 'Tocsin' },
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      ...deps.platformOptions,
      webPreferences: {
        preload: join(deps.root, 'out', 'preload', 'index.cjs'),
        ...{
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          webviewTag: false,
          spellcheck: false,
        },
      },
    })
    hasShown = false
    const show = (): void => {
      if (made.isDestroyed() || hasShown) return
      hasShown = true
      // It would show a hidden window at once: not before now.
      if (isMaximized) made.maximize()
      made.show()
    }
    made.once('ready-to-show', show)
    clock.setTimer(showAtTheLatestMs, show)
    keepPlace(made, memory, clock)
    follow(made)
    made.loadURL(windowUrl).catch(deps.report)
    return made
  }

  function follow(made: BrowserWindow): void {
    let wasClosed = false
    made.on('blur', deps.onLeft)
    made.on('minimize', deps.onLeft)
    made.on('close', () => {
      wasClosed = true
    })
    made.on('closed', () => {
      if (window !== made) return
      window = null
      isListening = false
      deps.onLeft()
      if (wasClosed) deps.onClosed()
    })
    made.on('session-end', deps.onSessionEnd)
    // A page that has crashed would be raised again and again, dead: the next opening makes a new one.
    made.webContents.on('render-process-gone', () => made.destroy())
  }

  function show(): void {
    if (window === null) {
      window = make()
      deps.onMade()
      return
    }
    // One that has not painted yet shows itself in a moment.
    if (!hasShown) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  function send(event: AnyEvent): void {
    if (window !== null && isListening) window.webContents.send(eventChannel, event.name, event.data)
  }

  return {
    open(target, activationToken) {
      if (target !== null) wanted.want(target)
      show()
      if (activationToken !== null) deps.activate(activationToken)
      if (isListening) wanted.tell()
    },
    send,
    isOurs: (frame) => window !== null && frame === window.webContents.mainFrame && isWindowUrl(frame.url),
    pageListens() {
      isListening = window !== null
      if (isListening) wanted.tell()
    },
    current: () => window,
  }
}

const workAreas = (): WorkAreas => ({
  primary: screen.getPrimaryDisplay().workArea,
  all: screen.getAllDisplays().map(({ workArea }) => workArea),
})
