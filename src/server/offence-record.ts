/** Whether a client keeps at sending what cannot be understood: a sliding window over its offences. */
import { offences } from './limits.ts'

export type OffenceDecision = {
  /** When the offences that still count happened, in milliseconds of the monotonic clock. */
  readonly recentMs: readonly number[]
  readonly tooMany: boolean
}

/** Adds an offence that happened now, and forgets those that no longer count. */
export function recordOffence(recentMs: readonly number[], nowMs: number): OffenceDecision {
  const recent = recentMs.filter((atMs) => nowMs - atMs < offences.withinMs)
  recent.push(nowMs)
  return { recentMs: recent, tooMany: recent.length >= offences.max }
}
