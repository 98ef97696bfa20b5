/** When the next notification of a stream is due: "roughly every N seconds" (seed), ±20 % (ours). */
import type { Random } from '../clock/clock.ts'
import { frequencyJitter } from '../protocol/limits.ts'

/** Milliseconds from one notification to the next: the frequency, longer or shorter by up to the jitter. */
export function jitteredIntervalMs(frequency: number, random: Random): number {
  return frequency * 1000 * (1 - frequencyJitter + 2 * frequencyJitter * random())
}

/**
 * Counts from when the last one was due, not from when its timer fired, so that lateness does not add up.
 * After a longer pause (the machine slept) it counts from now: what was missed is not made up for in a burst.
 * All in milliseconds of the monotonic clock.
 */
export function nextDueAtMs(lastDueAtMs: number, intervalMs: number, nowMs: number): number {
  const dueAtMs = lastDueAtMs + intervalMs
  return dueAtMs > nowMs ? dueAtMs : nowMs + intervalMs
}
