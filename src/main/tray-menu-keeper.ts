/** Sets the tray's menu when it says something new, and leaves alone what may be open. Decides nothing of its content. */
import type { Menu, MenuItemConstructorOptions } from 'electron'
import type { Clock } from '../clock/clock.ts'
import { isOfArrivals } from './tray-menu.ts'

export type MenuKeeperDeps = {
  readonly clock: Clock
  readonly buildMenu: typeof Menu.buildFromTemplate
  setMenu(menu: Menu): void
  /**
   * Nobody is told when the menu opens, and setting it rebuilds one that is open (Linux). Chromium ignores "opened" and
   * "closed", and gives every item a new id, so that clicks on the old ones are lost (components/dbus/menu/menu.cc);
   * GNOME's extension then closes submenus.
   */
  readonly opensUnseen: boolean
  /** The menu has closed: what waited can be set. */
  onClosed(): void
}

export type MenuKeeper = {
  /** @returns in how many milliseconds to call again with what is true then; null where nothing waits */
  keep(items: MenuItemConstructorOptions[]): number | null
  /**
   * An item was clicked, so the menu is closed.
   * @param movedMark it was a radio item: the mark moves by itself, also where the choice was refused
   */
  clicked(movedMark: boolean): void
}

/** An open menu is left alone for so long, in case nobody says that it closed. */
const openAtMostMs = 60_000
/** Submenus say that they open, everywhere; on Linux that is all there is to know. */
const submenuOpenMs = 10_000
/** Between two changes that mere arrivals make, where the menu may be open at any time. */
const calmMs = 3_000

export function createMenuKeeper(deps: MenuKeeperDeps): MenuKeeper {
  const { clock, opensUnseen } = deps
  let shown = { all: '', lasting: '', at: Number.NEGATIVE_INFINITY }
  let openUntil = 0

  function set(items: MenuItemConstructorOptions[]): void {
    const menu = deps.buildMenu(items)
    menu.on('menu-will-show', () => stayOpen(openAtMostMs))
    menu.on('menu-will-close', () => {
      openUntil = 0
      deps.onClosed()
    })
    if (opensUnseen) {
      for (const { submenu } of menu.items) submenu?.on('menu-will-show', () => stayOpen(submenuOpenMs))
    }
    openUntil = 0
    deps.setMenu(menu)
  }

  function stayOpen(forMs: number): void {
    openUntil = clock.monotonicNow() + forMs
  }

  return {
    keep(items) {
      // Without their functions, which change nothing of what is seen.
      const all = JSON.stringify(items)
      if (all === shown.all) return null
      const lasting = JSON.stringify(items.filter((item) => !isOfArrivals(item)))
      const now = clock.monotonicNow()
      const calmUntil = opensUnseen && lasting === shown.lasting ? shown.at + calmMs : 0
      const waitMs = Math.max(openUntil, calmUntil) - now
      if (waitMs > 0) return waitMs
      set(items)
      shown = { all, lasting, at: now }
      return null
    },
    clicked(movedMark) {
      if (movedMark) shown = { ...shown, all: '', lasting: '' }
      openUntil = 0
    },
  }
}
