/** The tray on a desktop of the test's own: Electron's part is played here, and time passes when told to. */
import type { Menu, MenuItemConstructorOptions, Tray } from 'electron'
import { createManualClock } from '../clock/manual-clock.ts'
import type { EngineView } from '../engine/engine.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import { createTray, type TrayParts } from './tray.ts'
import { actionSpies, now, reader, rowOf, viewOf } from './tray-under-test.ts'

type MenuEvent = 'menu-will-show' | 'menu-will-close'

/** What of Electron's `Menu` the tray uses: its template, and the way to open and close it. */
type FakeMenu = {
  readonly template: readonly MenuItemConstructorOptions[]
  readonly items: readonly { readonly submenu: FakeMenu | undefined }[]
  on(event: MenuEvent, listener: () => void): void
  tell(event: MenuEvent): void
}

function fakeMenu(template: readonly MenuItemConstructorOptions[]): FakeMenu {
  const listeners: { readonly event: MenuEvent; listener(): void }[] = []
  return {
    template,
    items: template.map(({ submenu }) => ({
      submenu: Array.isArray(submenu) ? fakeMenu(submenu) : undefined,
    })),
    on: (event, listener) => void listeners.push({ event, listener }),
    tell(event) {
      for (const each of listeners) if (each.event === event) each.listener()
    },
  }
}

type SetUp = {
  readonly menuOpensUnseen?: boolean
  readonly clickOpensMenu?: boolean
  /** Electron says why not. */
  readonly refuses?: string
}

export function setUpTray({ menuOpensUnseen = false, clickOpensMenu = false, refuses }: SetUp = {}) {
  const clock = createManualClock(now)
  const done: string[] = []
  const menus: FakeMenu[] = []
  const reports: string[] = []
  const actions = actionSpies()
  let { i18n } = reader
  let view: EngineView | Error = viewOf()
  let imageFolder = ''
  let clickIcon = (): void => {}
  let isDestroyed = false

  class FakeTray implements Pick<Tray, Exclude<keyof TrayParts, 'on'>> {
    constructor(image: string) {
      if (refuses !== undefined) throw new Error(refuses)
      done.push(`made ${image}`)
    }
    destroy(): void {
      isDestroyed = true
    }
    isDestroyed(): boolean {
      return isDestroyed
    }
    on(_event: string, listener: () => void): void {
      clickIcon = listener
    }
    setImage(image: string): void {
      if (image.includes('missing')) throw new Error(`Failed to load image from path '${image}'`)
      done.push(`image ${image}`)
    }
    setToolTip(tooltip: string): void {
      done.push(`tooltip ${tooltip}`)
    }
    setContextMenu(menu: Menu | null): void {
      menus.push(menu as unknown as FakeMenu) // made by the fake below
      done.push('menu')
    }
  }

  const icon = createTray({
    ...{ clock, actions, clickOpensMenu, menuOpensUnseen },
    Tray: FakeTray as unknown as new (image: string) => TrayParts, // it answers all that the tray asks for
    buildMenu: (template) => fakeMenu(template as MenuItemConstructorOptions[]) as unknown as Menu, // likewise
    imagePath: (state) => `${imageFolder}${state}`,
    view() {
      if (view instanceof Error) throw view
      return view
    },
    ...{ i18n: () => i18n, timeZone: () => reader.timeZone },
    report: (problem) => reports.push(inEnglish(problem)),
  })
  const newest = (): FakeMenu => {
    const menu = menus.at(-1)
    if (menu === undefined) throw new Error('The tray has no menu')
    return menu
  }
  return {
    ...{ clock, icon, actions, reports, newest },
    openSubmenu: () =>
      newest()
        .items.find((item) => item.submenu)
        ?.submenu?.tell('menu-will-show'),
    show(next: EngineView | Error) {
      view = next
      icon.refresh()
    },
    speak(next: I18n) {
      i18n = next
      icon.refresh()
    },
    moveImages(folder: string) {
      imageFolder = folder
    },
    clickIcon: () => clickIcon(),
    label: (id: string) => newest().template.find((item) => item.id === id)?.label,
    click(id: string) {
      const told = newest().template.find((item) => item.id === id)?.click as (() => void) | undefined // ours take none
      told?.()
    },
    /** What was done to the tray since the last time this was asked. */
    done: () => done.splice(0),
    isDestroyed: () => isDestroyed,
  }
}

/** The newest of so many unread. */
export const arrived = (count: number): EngineView =>
  viewOf({ unread: { info: count }, newestUnread: [rowOf(count, `No. ${count}`)] })
