/** Tells when there has been nothing to do for so long that the thread is not worth its memory. */
import type { Clock } from '../../clock/clock.ts'

type IdleTimerDeps = {
  readonly clock: Clock
  /** What is still under way then puts the end off. */
  isBusy(): boolean
  onIdle(): void
}

const idleMs = 60_000

export function createIdleTimer({ clock, isBusy, onIdle }: IdleTimerDeps) {
  let timer: Disposable | null = null

  function stop(): void {
    timer?.[Symbol.dispose]()
    timer = null
  }

  function restart(): void {
    stop()
    timer = clock.setTimer(idleMs, () => {
      timer = null
      if (isBusy()) restart()
      else onIdle()
    })
  }

  return { restart, stop }
}
