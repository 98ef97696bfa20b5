/** How long to wait before the next attempt: exponential backoff with full jitter. */
import type { Random } from '../../clock/clock.ts'

export const backoffLimits = { minMs: 1_000, maxMs: 30_000 } as const

/**
 * The ceiling doubles with each failure (2 s, 4 s, 8 s, 16 s, 30 s …) and the wait is drawn evenly between 1 s and the
 * ceiling, so that many clients of one restarted server do not come back together.
 * @param failures how many attempts in a row have failed, from 1
 * @returns milliseconds, 1,000 to 30,000
 */
export function backoffMs(failures: number, random: Random): number {
  const ceilingMs = Math.min(backoffLimits.maxMs, backoffLimits.minMs * 2 ** Math.min(failures, 30))
  return Math.round(backoffLimits.minMs + random() * (ceilingMs - backoffLimits.minMs))
}
