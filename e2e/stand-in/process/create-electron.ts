/** Wires the stand-in together: what the app imports as `electron`, and what answers the test. */
import type { IpcMainInvokeEvent, NativeImage, PowerMonitor, WebContents as PublicContents } from 'electron'
import { type PlatformName, platformName } from '../../../src/host/platform-name.ts'
import type { Asks } from '../messages.ts'
import { App } from './app.ts'
import { createBrowserWindowClass, type WindowHandle } from './browser-window.ts'
import type { Desk } from './desk.ts'
import { createDialog } from './dialog.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { createEvent, EventSource } from './event-source.ts'
import { createGlobalShortcut } from './global-shortcut.ts'
import { createIpcMain } from './ipc-main.ts'
import { Menu } from './menu.ts'
import { createNativeTheme } from './native-theme.ts'
import { createNotificationClass } from './notification.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createScreen } from './screen.ts'
import { createSession } from './session.ts'
import { createTrayClass } from './tray.ts'
import { asFrame, type Frame } from './web-contents.ts'

export type StandIn = { readonly electron: ElectronSubset; readonly answers: Asks; quit(): void }

export function createElectron(
  desk: Desk,
  manifest: { readonly name: string; readonly version: string },
  platform: PlatformName = platformName,
): StandIn {
  const windows = new Set<WindowHandle>()
  const app = new App({ desk, windows, ...manifest })
  const BrowserWindow = createBrowserWindowClass({
    desk,
    onMade(window) {
      windows.add(window)
      app.events.emit('web-contents-created', createEvent({}), window.webContents)
    },
    onGone(window) {
      windows.delete(window)
      app.windowGone()
    },
  })
  const { ipcMain, handle: ipc } = createIpcMain()
  const { session, protocol, handle: pages } = createSession(desk)
  const { Notification, handle: toasts } = createNotificationClass(desk, platform)
  const { Tray, handle: tray } = createTrayClass(desk)
  const nativeTheme = createNativeTheme(desk)
  const safeStorage = createSafeStorage(desk)
  const { dialog, handle: boxes } = createDialog(desk)
  const { globalShortcut, handle: keys } = createGlobalShortcut(desk)
  const screen = createScreen(desk)
  // Handed on to a task bar that is not there.
  const nativeImage = { createFromPath: () => ({}) as NativeImage }
  // This computer sleeps when the test says so.
  const powerMonitor = new EventSource<PowerMonitor>()
  const electron = {
    ...{
      app,
      BrowserWindow,
      dialog,
      globalShortcut,
      ipcMain,
      Menu,
      nativeImage,
      nativeTheme,
      Notification,
      powerMonitor,
      protocol,
      safeStorage,
      screen,
      session,
      Tray,
    },
  } satisfies ElectronSubset

  const find = (windowId: number): WindowHandle => {
    const window = [...windows].find((each) => each.windowId === windowId)
    if (window === undefined) throw new Error(`There is no window ${windowId}.`)
    return window
  }

  const answers: Asks = {
    serve: ({ url, method }) => pages.serve(url, method),
    navigate({ windowId, url, place }) {
      const { webContents } = find(windowId)
      return webContents.mayNavigate(url, place === 'main' ? webContents.ownFrame : { url: '' })
    },
    openWindow: ({ windowId, url }) => find(windowId).webContents.mayOpen(url),
    permissions({ windowId, names }) {
      const contents = find(windowId).webContents as unknown as PublicContents // handed on, to be ignored
      return names.filter((name) => pages.grants(contents, name))
    },
    invoke({ windowId, place, frameUrl, channel, args }) {
      const { webContents } = find(windowId)
      const frame: Frame = place === 'main' ? webContents.ownFrame : { url: '' }
      frame.url = frameUrl
      const event = { senderFrame: asFrame(frame) } as IpcMainInvokeEvent // all that the app reads of it
      return ipc.invoke(event, channel, args)
    },
    pageLoaded: ({ windowId, url }) => done(find(windowId).loaded(url)),
    closeWindow: ({ windowId }) => done(find(windowId).tryClose()),
    placeWindow: ({ windowId, bounds }) => done(find(windowId).place(bounds)),
    blurWindow: ({ windowId }) => done(find(windowId).blur()),
    answerBox: ({ boxId, label }) => done(boxes.answerBox(boxId, label)),
    pressKeys: ({ accelerator }) => done(keys.press(accelerator)),
    openUrl: ({ url }) => done(app.openUrl(url)),
    // docs/api/power-monitor.md; `shutdown` is told with an event that can be prevented.
    tellPower: ({ name }) => done(powerMonitor.events.emit(name, createEvent({}))),
    clickTray: () => done(tray.click()),
    chooseInTray: ({ path }) => done(tray.choose(path)),
    clickToast: ({ toastId }) => done(toasts.click(toastId)),
    pressToastButton: ({ toastId, label }) => done(toasts.press(toastId, label)),
    putToastAway: ({ toastId, how }) => done(toasts.putAway(toastId, how)),
    failNextToast: ({ error, isAfterShow }) => done(toasts.failNext(error, isAfterShow)),
    loseRun: () => done(toasts.loseRun()),
  }
  return { electron, answers, quit: () => app.quit() }
}

const done = (_happened: unknown): null => null
