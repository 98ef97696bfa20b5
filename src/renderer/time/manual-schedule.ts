/** A clock and a schedule that move only when a test says so. */
import type { Schedule } from './schedule.ts'

export type ManualSchedule = {
  readonly schedule: Schedule
  readonly now: () => number
  /** Moves the time on, running in order what falls due. */
  advance(byMs: number): void
  /** How many runs still wait: a test's check that nothing leaked. */
  waitingCount(): number
}

export function createManualSchedule(startMs = 1_000_000): ManualSchedule {
  let nowMs = startMs
  let waiting: { readonly dueMs: number; readonly run: () => void }[] = []
  return {
    schedule(run, delayMs) {
      const entry = { dueMs: nowMs + delayMs, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    now: () => nowMs,
    advance(byMs) {
      const untilMs = nowMs + byMs
      for (;;) {
        const next = waiting.filter((entry) => entry.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0]
        if (next === undefined) break
        waiting = waiting.filter((entry) => entry !== next)
        nowMs = Math.max(nowMs, next.dueMs)
        next.run()
      }
      nowMs = untilMs
    },
    waitingCount: () => waiting.length,
  }
}
