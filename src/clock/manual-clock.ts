/** A clock for tests: time passes only when told to, and timers fire in order while it does. */
import type { Clock } from './clock.ts'

export type ManualClock = Clock & {
  /** Lets so many milliseconds pass, firing on the way what is due, in order of time. */
  advance(byMs: number): void
  /** Moves the wall clock alone, as a sleep or a correction does. */
  jump(byMs: number): void
  /** How many timers are set: a test's check that nothing leaked. */
  readonly timerCount: number
}

type Timer = { readonly dueAt: number; readonly order: number; readonly callback: () => void }

export function createManualClock(startAt = Date.UTC(2026, 0, 1)): ManualClock {
  const timers = new Set<Timer>()
  let elapsedMs = 0
  let wallOffset = startAt
  let order = 0

  const nextDue = (until: number): Timer | undefined =>
    [...timers]
      .filter((timer) => timer.dueAt <= until)
      .sort((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0]

  return {
    now: () => wallOffset + elapsedMs,
    monotonicNow: () => elapsedMs,
    setTimer(delayMs, callback) {
      const timer = { dueAt: elapsedMs + Math.max(0, delayMs), order: order++, callback }
      timers.add(timer)
      return { [Symbol.dispose]: () => void timers.delete(timer) }
    },
    advance(byMs) {
      const until = elapsedMs + byMs
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer)
        elapsedMs = timer.dueAt
        timer.callback()
      }
      elapsedMs = until
    },
    jump(byMs) {
      wallOffset += byMs
    },
    get timerCount() {
      return timers.size
    },
  }
}
