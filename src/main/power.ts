/** What the computer says of itself: sleep, lock, the end of its session. */
import type { PowerMonitor } from 'electron'
import type { Engine } from '../engine/engine.ts'

export type PowerDeps = {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly engine: Pick<Engine, 'setLocked' | 'suspending' | 'woke'>
  /** Stores everything and ends. */
  quit(): void
}

/** Linux tells neither of locking nor of unlocking (Electron's documentation of `powerMonitor`). */
export function followPower({ powerMonitor, engine, quit }: PowerDeps): void {
  powerMonitor.on('suspend', () => engine.suspending())
  powerMonitor.on('resume', () => engine.woke())
  powerMonitor.on('lock-screen', () => engine.setLocked(true))
  powerMonitor.on('unlock-screen', () => {
    engine.setLocked(false)
    engine.woke()
  })
  // Linux and macOS. Prevented, the shutdown waits for this process to end; it may not, for long.
  powerMonitor.on('shutdown', (...[event]: readonly { preventDefault?(): void }[]) => {
    event?.preventDefault?.()
    quit()
  })
}
