/** The tray icon: draws what `tray-menu.ts` says, anew after each change. */
import { Menu, Tray } from 'electron'
import type { Clock } from '../clock/clock.ts'
import type { EngineView } from '../engine/engine.ts'
import { type TrayActions, type TrayState, trayMenu, trayState, trayTooltip } from './tray-menu.ts'

export type TrayDeps = {
  readonly clock: Clock
  readonly imagePath: (state: TrayState) => string
  readonly actions: TrayActions
  /** Then a click must not open the window too. */
  readonly clickOpensMenu: boolean
  view(): EngineView
}

export type TrayIcon = {
  /** Something may have changed: it is drawn anew, at most a few times a second. */
  refresh(): void
}

const drawEveryMs = 250

export function createTray({ clock, imagePath, actions, clickOpensMenu, view }: TrayDeps): TrayIcon {
  const tray = new Tray(imagePath(trayState(view())))
  let drawn = ''
  let isScheduled = false

  /** A click moves the mark of a radio item by itself, also where the choice was refused: draw what is true. */
  const afterClick = (action: () => void) => () => {
    action()
    drawn = ''
    refresh()
  }
  const redrawing: TrayActions = {
    open: actions.open,
    quit: actions.quit,
    connect: afterClick(actions.connect),
    disconnect: afterClick(actions.disconnect),
    retryNow: afterClick(actions.retryNow),
    markAllAsRead: afterClick(actions.markAllAsRead),
    setFrequency: (seconds) => afterClick(() => actions.setFrequency(seconds))(),
  }

  function draw(): void {
    isScheduled = false
    if (tray.isDestroyed()) return
    const now = view()
    const menu = trayMenu(now, redrawing)
    const look = JSON.stringify([trayState(now), trayTooltip(now), menu])
    if (look === drawn) return
    drawn = look
    tray.setImage(imagePath(trayState(now)))
    tray.setToolTip(trayTooltip(now))
    // On Linux a menu that has changed must be set again (Electron's documentation).
    tray.setContextMenu(Menu.buildFromTemplate(menu))
  }

  function refresh(): void {
    if (isScheduled) return
    isScheduled = true
    clock.setTimer(drawEveryMs, draw)
  }

  if (!clickOpensMenu) tray.on('click', actions.open)
  draw()
  return { refresh }
}
