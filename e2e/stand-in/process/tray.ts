/** Electron's `Tray`: what it shows is reported, and clicked from the test. */
import { existsSync } from 'node:fs'
import type { NativeImage, Menu as PublicMenu, Tray as PublicTray } from 'electron'
import { type Desk, mustBeReady, mustNotBeDestroyed } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { EventSource } from './event-source.ts'
import { Menu } from './menu.ts'

/** The one tray icon, as the test clicks it. */
export type TrayHandle = {
  /** @throws Error when there is no tray icon */
  click(): void
  /** @throws Error when there is no tray icon, no menu or no such item */
  choose(path: readonly string[]): void
}

export function createTrayClass(desk: Desk): {
  readonly Tray: ElectronSubset['Tray']
  readonly handle: TrayHandle
} {
  let current: Tray | null = null

  class Tray extends EventSource<PublicTray> {
    #imagePath: string
    #tooltip = ''
    #menu: Menu | null = null
    #isDestroyed = false

    constructor(image: NativeImage | string) {
      super()
      mustBeReady(desk, 'Tray')
      this.#imagePath = toPath(image)
      current = this
      this.#draw()
    }

    setImage(image: NativeImage | string): void {
      mustNotBeDestroyed(this.#isDestroyed)
      this.#imagePath = toPath(image)
      this.#draw()
    }

    setToolTip(tooltip: string): void {
      mustNotBeDestroyed(this.#isDestroyed)
      this.#tooltip = tooltip
      this.#draw()
    }

    setContextMenu(menu: PublicMenu | null): void {
      mustNotBeDestroyed(this.#isDestroyed)
      this.#menu = menu === null ? null : Menu.of(menu)
      this.#draw()
    }

    destroy(): void {
      this.#isDestroyed = true
      this.#menu = null
      if (current === this) current = null
    }

    isDestroyed(): boolean {
      return this.#isDestroyed
    }

    choose(path: readonly string[]): void {
      if (this.#menu === null) throw new Error('The tray icon has no menu.')
      this.#menu.choose(path)
      this.#draw()
    }

    #draw(): void {
      const look = {
        imagePath: this.#imagePath,
        tooltip: this.#tooltip,
        items: this.#menu?.look() ?? [],
      }
      desk.report({ is: 'tray-drawn', look })
    }
  }

  const mustHaveOne = (): Tray => {
    if (current === null) throw new Error('There is no tray icon.')
    return current
  }
  const handle: TrayHandle = {
    click: () => void mustHaveOne().events.emit('click'),
    choose: (path) => mustHaveOne().choose(path),
  }
  return { Tray, handle }
}

/** @throws Error as Electron does for a picture that is not there */
function toPath(image: NativeImage | string): string {
  if (typeof image !== 'string') throw new TypeError('The stand-in takes pictures by their path alone.')
  if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`)
  return image
}
