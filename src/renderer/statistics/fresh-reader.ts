/**
 * Keeps an answer of the engine's fresh while somebody looks at it: after a change soon, now and then anyway, since time
 * itself changes figures, and not at all while it is out of sight.
 */
import type { Schedule } from '../time/schedule.ts'

export type Fresh<Value> = {
  /** Null before the first answer. */
  readonly value: Value | null
  /** Why the last reading failed, a sentence; the value is then as it was before. */
  readonly problem: string | null
}

export type FreshReader = {
  setInSight(isInSight: boolean): void
  /** Something happened that the figures tell of. */
  noteChange(): void
  /** Reads now, whatever the pace. */
  readNow(): void
  dispose(): void
}

export type Pace = {
  /** Between two readings at least, however much changes. */
  readonly gapMs: number
  /** Between two readings at most. */
  readonly maxAgeMs: number
}

type Deps<Value> = {
  readonly ask: () => Promise<Value>
  readonly show: (fresh: (before: Fresh<Value>) => Fresh<Value>) => void
  readonly pace: Pace
  readonly now: () => number
  readonly schedule: Schedule
}

/** Out of sight until it is told otherwise. */
export function createFreshReader<Value>({ ask, show, pace, now, schedule }: Deps<Value>): FreshReader {
  let isInSight = false
  let isAsking = false
  let isOver = false
  let isChanged = false
  let askedAt = Number.NEGATIVE_INFINITY
  let cancel = (): void => {}

  function plan(): void {
    cancel()
    if (!isInSight || isAsking || isOver) return
    const waitMs = askedAt + (isChanged ? pace.gapMs : pace.maxAgeMs) - now()
    if (waitMs > 0) cancel = schedule(read, waitMs)
    else read()
  }

  function read(): void {
    isAsking = true
    isChanged = false
    askedAt = now()
    ask().then(
      (value) => settle(() => ({ value, problem: null })),
      (fault: unknown) =>
        settle(({ value }) => ({ value, problem: fault instanceof Error ? fault.message : String(fault) })),
    )
  }

  function settle(next: (before: Fresh<Value>) => Fresh<Value>): void {
    isAsking = false
    if (isOver) return
    show(next)
    plan()
  }

  return {
    setInSight(next) {
      isInSight = next
      plan()
    },
    noteChange() {
      if (isChanged) return
      isChanged = true
      plan()
    },
    readNow() {
      askedAt = Number.NEGATIVE_INFINITY
      plan()
    },
    dispose() {
      isOver = true
      cancel()
    },
  }
}
