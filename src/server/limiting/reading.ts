/**
 * Reads a connection no further while it sends too much, while its answers wait for the store, or while it does not read
 * them: what it sends then waits on its own side (TCP's flow control), and nothing is lost.
 */
import type { WebSocket } from 'ws'
import type { Clock } from '../../clock/clock.ts'

export type HoldReason = 'rate' | 'answers' | 'unsent'

export type Reading = Disposable & {
  isHeld(socket: WebSocket, reason: HoldReason): boolean
  hold(socket: WebSocket, reason: HoldReason): void
  /** Reads on, where no other reason is left. */
  release(socket: WebSocket, reason: HoldReason): void
  /** Holds for `rate` until so many milliseconds are over. */
  holdFor(socket: WebSocket, waitMs: number): void
}

/** One timer for all that wait: it looks each second, while there are any. */
const lookEveryMs = 1000

export function createReading(clock: Clock): Reading {
  const held = new WeakMap<WebSocket, Set<HoldReason>>()
  /** Until when, by the monotonic clock. */
  const waiting = new Map<WebSocket, number>()
  let timer: Disposable | null = null

  function hold(socket: WebSocket, reason: HoldReason): void {
    const reasons = held.get(socket)
    if (reasons) reasons.add(reason)
    else held.set(socket, new Set([reason]))
    if (!socket.isPaused) socket.pause()
  }

  function release(socket: WebSocket, reason: HoldReason): void {
    const reasons = held.get(socket)
    if (!reasons?.delete(reason) || reasons.size > 0) return
    held.delete(socket)
    socket.resume()
  }

  function look(): void {
    timer = null
    for (const [socket, untilMs] of waiting) {
      if (untilMs > clock.monotonicNow() && socket.readyState === socket.OPEN) continue
      waiting.delete(socket)
      release(socket, 'rate')
    }
    if (waiting.size > 0) timer = clock.setTimer(lookEveryMs, look)
  }

  return {
    isHeld: (socket, reason) => held.get(socket)?.has(reason) ?? false,
    hold,
    release,
    holdFor(socket, waitMs) {
      hold(socket, 'rate')
      waiting.set(socket, clock.monotonicNow() + waitMs)
      timer ??= clock.setTimer(lookEveryMs, look)
    },
    [Symbol.dispose]() {
      timer?.[Symbol.dispose]()
      timer = null
      waiting.clear()
    },
  }
}
