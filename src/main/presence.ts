/** What is seen of Tocsin beside its window and its tray: badge, dock, start at login, global shortcut. Each follows the engine. */
import { join } from 'node:path'
import { type App, globalShortcut, nativeImage } from 'electron'
import type { Clock } from '../clock/clock.ts'
import type { SettingsChange } from '../contract/commands.ts'
import type { EngineView } from '../engine/engine.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import type { Wording } from '../i18n/wording.ts'
import { createBadge } from './badge.ts'
import { createDockPresence } from './dock.ts'
import { createShortcut } from './global-shortcut.ts'
import { followLoginItem } from './login-item/follow-login-item.ts'
import type { LoginProgram } from './login-item/login-item.ts'
import type { MainWindow } from './main-window.ts'
import type { DesktopPlatform } from './platform/desktop-platform.ts'
import { unreadCount } from './tray-state.ts'

export type PresenceDeps = {
  readonly app: App
  readonly clock: Clock
  readonly platform: DesktopPlatform
  /** Tocsin's `resources` folder. */
  readonly resources: string
  readonly window: MainWindow
  /** As it is started at login, with its arguments. */
  readonly loginProgram: LoginProgram
  view(): EngineView
  changeSettings(change: SettingsChange): void
  i18n(): I18n
  /** A line for the activity log. */
  note(problem: Wording): void
}

export type Presence = Disposable & {
  /** Something may have changed. */
  refresh(): void
  /** A new window has none of it yet. */
  windowMade(): void
}

/** Once Electron is ready. */
export function createPresence(deps: PresenceDeps): Presence {
  const { app, clock, platform, window, view, i18n, note } = deps
  const badge = createBadge((count) => {
    const picture = () => nativeImage.createFromPath(join(deps.resources, 'badge', 'unread.ico'))
    platform.drawBadge({ app, window: window.current(), picture, i18n }, count)
  })
  // Null everywhere but on macOS.
  const dock =
    app.dock === undefined
      ? null
      : createDockPresence({ dock: app.dock, clock, onHidden: () => window.current()?.show() })
  const shortcut = createShortcut({
    globalShortcut,
    onPressed: () => window.open(null, null),
    report: note,
  })
  const login = followLoginItem({
    item: platform.createLoginItem(app, deps.loginProgram),
    isWanted: view().settings.launchAtLogin,
    change: (launchAtLogin) => deps.changeSettings({ launchAtLogin }),
    note,
  })

  function refresh(): void {
    const { settings } = view()
    badge.update(unreadCount(view()))
    dock?.follow(settings.hideFromDock)
    shortcut.follow(settings.globalShortcut)
    login.follow(settings.launchAtLogin)
  }
  refresh()

  return {
    refresh,
    windowMade: badge.redraw,
    [Symbol.dispose]: () => shortcut[Symbol.dispose](),
  }
}
