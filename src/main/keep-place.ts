/** Notes where the window is, whenever it comes to rest and when it closes. */
import type { BrowserWindow } from 'electron'
import type { Clock } from '../clock/clock.ts'
import type { WindowMemory } from './window-memory.ts'

const restsAfterMs = 500

/** On Wayland a window is never told where it is: its size counts there all the same. */
export function keepPlace(window: BrowserWindow, memory: WindowMemory, clock: Clock): void {
  let timer: Disposable | null = null

  function note(): void {
    timer?.[Symbol.dispose]()
    timer = null
    if (window.isDestroyed()) return
    const { x, y, width, height } = window.getNormalBounds()
    memory.change({ bounds: { x, y, width, height }, isMaximized: window.isMaximized() })
  }
  function noteSoon(): void {
    timer ??= clock.setTimer(restsAfterMs, note)
  }

  window.on('resize', noteSoon)
  window.on('move', noteSoon)
  window.on('maximize', noteSoon)
  window.on('unmaximize', noteSoon)
  window.on('close', note)
}
