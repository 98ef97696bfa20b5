/** Runs something later: the one way in which the window uses timers, so that tests can hold the clock. */

/** @returns its own cancellation */
export type Schedule = (run: () => void, delayMs: number) => () => void

export function createTimerSchedule(): Schedule {
  return (run, delayMs) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  }
}
