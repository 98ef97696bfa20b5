/**
 * Reads a connection no further while it sends too much, while its answers wait for the store, or while it does not read
 * them: what it sends then waits on its own side (TCP's flow control), and nothing is lost.
 */
import type { Clock } from '../../clock/clock.ts'
import type { Connection } from '../connection.ts'

export type HoldReason = 'rate' | 'answers' | 'unsent'

export type Reading = Disposable & {
  isHeld(connection: Connection, reason: HoldReason): boolean
  hold(connection: Connection, reason: HoldReason): void
  /** Reads on, where no other reason is left. */
  release(connection: Connection, reason: HoldReason): void
  /** Holds for `rate` until so many milliseconds are over. */
  holdFor(connection: Connection, waitMs: number): void
}

/** One timer for all that wait: it looks each second, while there are any. */
const lookEveryMs = 1000

export function createReading(clock: Clock): Reading {
  const held = new WeakMap<Connection, Set<HoldReason>>()
  /** Until when, by the monotonic clock. */
  const waiting = new Map<Connection, number>()
  let timer: Disposable | null = null

  function hold(connection: Connection, reason: HoldReason): void {
    const reasons = held.get(connection)
    if (reasons) reasons.add(reason)
    else held.set(connection, new Set([reason]))
    if (!connection.socket.isPaused) connection.socket.pause()
  }

  function release(connection: Connection, reason: HoldReason): void {
    const reasons = held.get(connection)
    if (!reasons?.delete(reason) || reasons.size > 0) return
    held.delete(connection)
    // One that the mock has let fall silent is never read again.
    if (!connection.subscription.isSilent) connection.socket.resume()
  }

  function look(): void {
    timer = null
    for (const [connection, untilMs] of waiting) {
      const { socket } = connection
      if (untilMs > clock.monotonicNow() && socket.readyState === socket.OPEN) continue
      waiting.delete(connection)
      release(connection, 'rate')
    }
    if (waiting.size > 0) timer = clock.setTimer(lookEveryMs, look)
  }

  return {
    isHeld: (connection, reason) => held.get(connection)?.has(reason) ?? false,
    hold,
    release,
    holdFor(connection, waitMs) {
      hold(connection, 'rate')
      waiting.set(connection, clock.monotonicNow() + waitMs)
      timer ??= clock.setTimer(lookEveryMs, look)
    },
    [Symbol.dispose]() {
      timer?.[Symbol.dispose]()
      timer = null
      waiting.clear()
    },
  }
}
