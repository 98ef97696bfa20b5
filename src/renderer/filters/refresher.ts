/** Asks again for what may have changed: soon, but not often, and not while something else must come first. */
import type { Schedule } from '../time/schedule.ts'

export type Refresher = {
  /** What is asked for may be another by now. */
  note(): void
  /** Something else comes first: what was about to be asked waits a little longer. */
  giveWay(): void
  dispose(): void
}

type Deps = {
  /** Settles when it was answered, or could not be. */
  readonly ask: () => Promise<void>
  /** False while what is asked would be in the way. */
  readonly mayAsk: () => boolean
  readonly schedule: Schedule
  readonly soonMs: number
  /** From an answer to the next question at least. */
  readonly everyMs: number
}

export function createRefresher({ ask, mayAsk, schedule, soonMs, everyMs }: Deps): Refresher {
  let cancel: (() => void) | null = null
  let isAsking = false
  let isResting = false
  let mustAsk = false
  let isDisposed = false

  function wait(delayMs: number): void {
    cancel?.()
    cancel = schedule(run, delayMs)
  }

  function run(): void {
    cancel = null
    isResting = false
    if (!mustAsk || isDisposed) return
    if (!mayAsk()) {
      wait(soonMs)
      return
    }
    mustAsk = false
    isAsking = true
    ask().then(answered, answered)
  }

  function answered(): void {
    isAsking = false
    isResting = true
    if (!isDisposed) wait(everyMs)
  }

  return {
    note() {
      mustAsk = true
      if (!isAsking && !isResting && cancel === null) wait(soonMs)
    },
    giveWay() {
      if (mustAsk && !isAsking && !isResting) wait(soonMs)
    },
    dispose() {
      isDisposed = true
      cancel?.()
    },
  }
}
