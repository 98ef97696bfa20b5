/** The tray of the desktop host: what each of its items asks of the engine and of the window. */
import { type App, Menu, nativeTheme, Tray } from 'electron'
import { systemClock } from '../clock/system-clock.ts'
import type { CommandInput, CommandName } from '../contract/commands.ts'
import type { Engine } from '../engine/engine.ts'
import type { MainWindow } from './main-window.ts'
import { desktopPlatform } from './platform/desktop-platform.ts'
import { createTray, type TrayIcon } from './tray.ts'
import { createTrayTimes } from './tray-times.ts'

export type DesktopTrayDeps = {
  readonly app: App
  readonly engine: Engine
  readonly window: MainWindow
  /** Tocsin's `resources` folder. */
  readonly resources: string
  ask<Name extends CommandName>(command: Name, input: CommandInput<Name>): void
  report(problem: string): void
}

export function createDesktopTray({
  app,
  engine,
  window,
  resources,
  ask,
  report,
}: DesktopTrayDeps): TrayIcon {
  const tray = createTray({
    ...{ clock: systemClock, times: createTrayTimes(), Tray, report },
    buildMenu: (template) => Menu.buildFromTemplate(template),
    imagePath: (state) => desktopPlatform.trayImagePath(resources, state, nativeTheme),
    clickOpensMenu: desktopPlatform.trayClickOpensMenu,
    menuOpensUnseen: desktopPlatform.trayMenuOpensUnseen,
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
