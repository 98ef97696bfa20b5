/** Keeps a log bounded in rate, so that nobody fills a disk by coming and going. What was left out is counted, and told. */
import type { Clock } from '../../clock/clock.ts'
import type { EventName, Log } from './server-events.ts'

/** Of one event. A day of it is 30 MB at most. */
export const maxLines = { count: 100, withinMs: 60_000 } as const

type Window = { lines: number; leftOut: number; endsAtMs: number }

/** Disposing tells what was left out and is not told yet. */
export function createBoundedLog(deps: { readonly clock: Clock; readonly log: Log }): Disposable & {
  readonly log: Log
} {
  const { clock, log } = deps
  const windows = new Map<EventName, Window>()
  let timer: Disposable | null = null

  function tellLeftOut(isDue: (window: Window) => boolean): void {
    for (const [of, window] of windows) {
      if (!isDue(window)) continue
      windows.delete(of)
      if (window.leftOut > 0) log({ event: 'lines-left-out', of, count: window.leftOut })
    }
  }

  function onDue(): void {
    timer = null
    const nowMs = clock.monotonicNow()
    tellLeftOut(({ endsAtMs }) => endsAtMs <= nowMs)
    watch()
  }

  /** A timer is only there while something is to be told. */
  function watch(): void {
    const ends = [...windows.values()].filter(({ leftOut }) => leftOut > 0).map(({ endsAtMs }) => endsAtMs)
    if (timer !== null || ends.length === 0) return
    timer = clock.setTimer(Math.min(...ends) - clock.monotonicNow(), onDue)
  }

  return {
    log(event) {
      const nowMs = clock.monotonicNow()
      let window = windows.get(event.event)
      if (window === undefined || (window.endsAtMs <= nowMs && window.leftOut === 0)) {
        window = { lines: 0, leftOut: 0, endsAtMs: nowMs + maxLines.withinMs }
        windows.set(event.event, window)
      }
      if (window.lines < maxLines.count) {
        window.lines += 1
        log(event)
        return
      }
      window.leftOut += 1
      watch()
    },
    [Symbol.dispose]() {
      timer?.[Symbol.dispose]()
      tellLeftOut(() => true)
    },
  }
}
