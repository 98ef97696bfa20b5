/** macOS: whether Tocsin is in the dock, or in the menu bar alone. */
import type { App } from 'electron'
import type { Clock } from '../clock/clock.ts'

export type DockDeps = {
  readonly dock: Pick<NonNullable<App['dock']>, 'hide' | 'isVisible' | 'show'>
  readonly clock: Clock
  /** Leaving the dock takes the window's focus with it. */
  onHidden(): void
}

export type DockPresence = {
  /** With the setting `hideFromDock`. */
  follow(isHidden: boolean): void
}

/** Electron passes over a `hide` within a second after `show` (its documentation of `dock.hide`). */
const settlesWithinMs = 1_100

export function createDockPresence({ dock, clock, onHidden }: DockDeps): DockPresence {
  let isHidden = false
  let isSettling = false

  function apply(): void {
    if (isSettling || dock.isVisible() === !isHidden) return
    isSettling = true
    clock.setTimer(settlesWithinMs, () => {
      isSettling = false
      apply()
    })
    if (isHidden) {
      dock.hide()
      onHidden()
    } else void dock.show().catch(() => {})
  }

  return {
    follow(wanted) {
      isHidden = wanted
      apply()
    },
  }
}
