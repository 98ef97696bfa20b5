/** One connection's stream of demo notifications: when they go out. Not: what is in them. */
import type { Clock, Random } from '../clock/clock.ts'
import { configurationWindowMs, frequencySeconds } from '../protocol/limits.ts'
import { jitteredIntervalMs, nextDueAtMs } from './notification-interval.ts'

/** Once disposed it stays silent, whatever is asked of it. */
export type NotificationStream = Disposable & {
  /**
   * Applies a frequency now, in seconds: the next notification comes one (jittered) interval from now.
   * The first call closes the configuration window.
   */
  setFrequency(frequency: number): void
}

/**
 * Starts with the configuration window (2 s, seed); at its end the default frequency applies (ours).
 * One timer at a time: the window's, then the next notification's.
 * @param emit sends one notification; it may dispose the stream
 */
export function openNotificationStream(deps: {
  readonly clock: Clock
  readonly random: Random
  readonly emit: () => void
}): NotificationStream {
  const { clock, random, emit } = deps
  let frequency: number = frequencySeconds.default
  let dueAtMs = 0
  let isOver = false
  let timer = clock.setTimer(configurationWindowMs, () => setFrequency(frequencySeconds.default))

  const scheduleNext = (): void => {
    const nowMs = clock.monotonicNow()
    dueAtMs = nextDueAtMs(dueAtMs, jitteredIntervalMs(frequency, random), nowMs)
    timer = clock.setTimer(dueAtMs - nowMs, onDue)
  }
  const onDue = (): void => {
    scheduleNext()
    emit()
  }
  const setFrequency = (seconds: number): void => {
    if (isOver) return
    timer[Symbol.dispose]()
    frequency = seconds
    dueAtMs = clock.monotonicNow()
    scheduleNext()
  }

  return {
    setFrequency,
    [Symbol.dispose]() {
      isOver = true
      timer[Symbol.dispose]()
    },
  }
}
