/** The tray icon: draws what `tray-state.ts` and `tray-menu.ts` say, each part only when it has changed. */
import type { Menu, Tray } from 'electron'
import type { Clock } from '../clock/clock.ts'
import { describeFault } from '../engine/describe-fault.ts'
import type { EngineView } from '../engine/engine.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { type Wording, worded } from '../i18n/wording.ts'
import { nextTrayChange } from './next-tray-change.ts'
import { type TrayActions, trayMenu } from './tray-menu.ts'
import { createMenuKeeper } from './tray-menu-keeper.ts'
import { type TrayState, trayState, trayTooltip } from './tray-state.ts'

export type TrayParts = Pick<
  Tray,
  'destroy' | 'isDestroyed' | 'on' | 'setContextMenu' | 'setImage' | 'setToolTip'
>

export type TrayDeps = {
  readonly clock: Clock
  /** Electron's own class. */
  readonly Tray: new (
    image: string,
  ) => TrayParts
  readonly buildMenu: typeof Menu.buildFromTemplate
  readonly actions: TrayActions
  /** Then a click must not open the window too. */
  readonly clickOpensMenu: boolean
  /** Nobody says when the menu is open: it changes as rarely as can be, and counts no seconds. */
  readonly menuOpensUnseen: boolean
  /** A path; asked again at each drawing. */
  imagePath(state: TrayState): string
  view(): EngineView
  i18n(): I18n
  /** A name of the IANA database; asked at each drawing. */
  timeZone(): string
  /** That the icon cannot be shown, once. */
  report(problem: Wording): void
}

export type TrayIcon = Disposable & {
  /** Something may have changed: it is drawn anew, at most a few times a second. */
  refresh(): void
}

const drawEveryMs = 250

/** Never throws: without a tray the program goes on, and its window is reached by starting it again. */
export function createTray(deps: TrayDeps): TrayIcon {
  const { clock, menuOpensUnseen, view } = deps
  const countsDown = !menuOpensUnseen
  const drawn = { image: '', tooltip: '' }
  let tray: TrayParts | null = null
  let alarm: (Disposable & { readonly at: number }) | null = null
  let hasReported = false

  const menu = createMenuKeeper({
    ...{ clock, buildMenu: deps.buildMenu, opensUnseen: menuOpensUnseen },
    setMenu: (built) => tray?.setContextMenu(built),
    onClosed: refresh,
  })
  const actions = eachFollowedBy(deps.actions, (name) => {
    menu.clicked(name === 'setFrequency')
    refresh()
  })

  function create(): void {
    tray = new deps.Tray(deps.imagePath(trayState(view())))
    if (!deps.clickOpensMenu) tray.on('click', () => deps.actions.open())
    draw(tray)
  }

  function draw(on: TrayParts): void {
    if (on.isDestroyed()) return
    const seen = view()
    const reader = { now: clock.now(), i18n: deps.i18n(), timeZone: deps.timeZone() }
    const image = deps.imagePath(trayState(seen))
    if (image !== drawn.image) on.setImage(image)
    drawn.image = image
    const tooltip = trayTooltip(seen, reader)
    if (tooltip !== drawn.tooltip) on.setToolTip(tooltip)
    drawn.tooltip = tooltip
    const menuWaitMs = menu.keep(trayMenu(seen, actions, { ...reader, countsDown }))
    for (const waitMs of [menuWaitMs, nextTrayChange(seen, reader.now, countsDown)]) {
      if (waitMs !== null) drawWithin(waitMs)
    }
  }

  function attempt(action: () => void): void {
    try {
      action()
    } catch (error) {
      if (!hasReported) deps.report(problemOf(error))
      hasReported = true
    }
  }

  function drawWithin(delayMs: number): void {
    const at = clock.monotonicNow() + delayMs
    if (alarm !== null && alarm.at <= at) return
    alarm?.[Symbol.dispose]()
    const timer = clock.setTimer(delayMs, () => {
      alarm = null
      attempt(() => {
        if (tray !== null) draw(tray)
      })
    })
    alarm = { at, [Symbol.dispose]: () => timer[Symbol.dispose]() }
  }

  function refresh(): void {
    if (tray !== null) drawWithin(drawEveryMs)
  }

  attempt(create)
  return {
    refresh,
    [Symbol.dispose]() {
      alarm?.[Symbol.dispose]()
      alarm = null
      const last = tray
      tray = null
      attempt(() => last?.destroy())
    },
  }
}

const problemOf = (error: unknown): Wording => worded('tray.failed', { reason: describeFault(error) })

/** The same actions, each of which is told of once it is done. */
function eachFollowedBy(actions: TrayActions, told: (name: keyof TrayActions) => void): TrayActions {
  const then =
    <Input extends readonly unknown[]>(name: keyof TrayActions, action: (...input: Input) => void) =>
    (...input: Input): void => {
      action(...input)
      told(name)
    }
  return {
    open: then('open', actions.open),
    openNotification: then('openNotification', actions.openNotification),
    openSettings: then('openSettings', actions.openSettings),
    connect: then('connect', actions.connect),
    disconnect: then('disconnect', actions.disconnect),
    retryNow: then('retryNow', actions.retryNow),
    markAllAsRead: then('markAllAsRead', actions.markAllAsRead),
    setDoNotDisturb: then('setDoNotDisturb', actions.setDoNotDisturb),
    setFrequency: then('setFrequency', actions.setFrequency),
    quit: then('quit', actions.quit),
  }
}
