/** The tray of the desktop host: what each of its items asks of the engine and of the window. */
import { type App, Menu, nativeTheme, Tray } from 'electron'
import type { Clock } from '../clock/clock.ts'
import type { Engine } from '../engine/engine.ts'
import { machineTimeZone } from '../engine/toasts/machine-time-zone.ts'
import type { Wording } from '../i18n/wording.ts'
import type { Ask } from './create-ask.ts'
import type { MainWindow } from './main-window.ts'
import type { DesktopPlatform } from './platform/desktop-platform.ts'
import { createTray, type TrayIcon } from './tray.ts'

export type DesktopTrayDeps = {
  readonly app: App
  readonly clock: Clock
  readonly platform: DesktopPlatform
  readonly engine: Engine
  readonly window: MainWindow
  /** Tocsin's `resources` folder. */
  readonly resources: string
  readonly ask: Ask
  /** A line for the activity log. */
  note(problem: Wording): void
}

export function createDesktopTray(deps: DesktopTrayDeps): TrayIcon {
  const { app, clock, platform, engine, window, resources, ask } = deps
  const tray = createTray({
    ...{ clock, Tray, i18n: engine.i18n, timeZone: machineTimeZone, report: deps.note },
    buildMenu: (template) => Menu.buildFromTemplate(template),
    imagePath: (state) => platform.trayImagePath(resources, state, nativeTheme),
    clickOpensMenu: platform.trayClickOpensMenu,
    menuOpensUnseen: platform.trayMenuOpensUnseen,
    view: () => engine.view,
    actions: {
      open: () => window.open(null, null),
      openNotification(rowId) {
        engine.opened(rowId)
        window.open({ kind: 'notification', rowId }, null)
      },
      openSettings: () => window.open('settings', null),
      setDoNotDisturb: (choice) => ask('setDoNotDisturb', { choice }),
      connect: () => ask('connect', {}),
      disconnect: () => ask('disconnect', {}),
      retryNow: () => ask('retryNow', {}),
      markAllAsRead: () => ask('markAllAsRead', {}),
      setFrequency: (frequencySeconds) => ask('changeSettings', { frequencySeconds }),
      quit: () => app.quit(),
    },
  })
  nativeTheme.on('updated', tray.refresh)
  return tray
}
