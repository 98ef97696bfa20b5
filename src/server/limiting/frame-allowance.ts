/** How many messages a connection may send: so many a second on average, and a number in one go. Decides only. */
import { maxFrameBurst } from './server-limits.ts'

/**
 * The generic cell rate algorithm (ITU-T I.371, annex A): one number for each connection, no timer.
 * @param owedUntilMs when all that came before is paid for, in milliseconds of the monotonic clock; 0 at first
 * @returns the same after one more frame, and how long to wait before reading on; 0: not at all
 */
export function countFrame(
  owedUntilMs: number,
  frame: { readonly bytes: number; readonly nowMs: number; readonly framesPerSecond: number },
): { readonly owedUntilMs: number; readonly waitMs: number } {
  const { bytes, nowMs, framesPerSecond } = frame
  if (framesPerSecond === 0) return { owedUntilMs: 0, waitMs: 0 }
  const frameMs = 1000 / framesPerSecond
  const count = 1 + Math.floor(bytes / 1024)
  const until = Math.max(owedUntilMs, nowMs) + count * frameMs
  const overMs = until - nowMs - maxFrameBurst * frameMs
  // A second's worth at a time, rather than one frame a turn.
  return { owedUntilMs: until, waitMs: overMs > 0 ? overMs + 1000 : 0 }
}
