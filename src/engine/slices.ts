/** Long work in short slices, one a turn of the event loop, so that nothing else waits for it. */
import type { Clock } from '../clock/clock.ts'

export type Slices = Disposable & {
  /**
   * @param step one slice, a few milliseconds; tells whether there is more. What it throws is reported, and the slice
   * tried again a little later
   */
  run(step: () => boolean): void
}

const retryMs = 5_000

export function createSlices(clock: Clock, onFault: (fault: unknown) => void): Slices {
  let waiting: (() => boolean)[] = []
  let scheduled: NodeJS.Immediate | null = null
  const retries = new Set<Disposable>()

  function schedule(): void {
    if (waiting.length > 0) scheduled ??= setImmediate(turn)
  }

  /** One slice of the first; what has more to do goes to the end. */
  function turn(): void {
    scheduled = null
    const step = waiting.shift()
    if (step === undefined) return
    try {
      if (step()) waiting.push(step)
    } catch (fault) {
      onFault(fault)
      retryLater(step)
    }
    schedule()
  }

  function retryLater(step: () => boolean): void {
    const retry = clock.setTimer(retryMs, () => {
      retries.delete(retry)
      waiting.push(step)
      schedule()
    })
    retries.add(retry)
  }

  return {
    run(step) {
      waiting.push(step)
      schedule()
    },
    [Symbol.dispose]() {
      waiting = []
      if (scheduled !== null) clearImmediate(scheduled)
      for (const retry of retries) retry[Symbol.dispose]()
    },
  }
}
