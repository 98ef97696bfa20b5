/**
 * Calls back once the wall clock has reached a time, however far off that is. Not noticed at once: a clock that was set,
 * and a sleep of the machine; who needs that looks at the clock as well.
 */
import type { Clock } from '../../clock/clock.ts'

export type Alarm = Disposable & {
  /** @param at milliseconds since the epoch, in the place of an earlier one; `Infinity` for none */
  set(at: number): void
}

/** Node runs a timer of more than 2^31 - 1 ms at once; a day is also soon enough to see that the clock was set. */
const longestTimerMs = 86_400_000

export function createAlarm(clock: Clock, onDue: () => void): Alarm {
  let timer: Disposable | null = null

  function clear(): void {
    timer?.[Symbol.dispose]()
    timer = null
  }

  function set(at: number): void {
    clear()
    if (at === Number.POSITIVE_INFINITY) return
    const delayMs = Math.min(Math.max(0, at - clock.now()), longestTimerMs)
    timer = clock.setTimer(delayMs, () => {
      timer = null
      if (clock.now() < at) set(at)
      else onDue()
    })
  }

  return { set, [Symbol.dispose]: clear }
}
