/** One shared timer for everything that shows passing time. It runs only while somebody looks. */
import type { Schedule } from './schedule.ts'

export type Ticker = {
  /** Milliseconds since the epoch, as of the last tick. */
  now(): number
  /** @returns its own removal */
  subscribe(listener: () => void): () => void
}

type Deps = {
  readonly now: () => number
  readonly schedule: Schedule
  readonly isVisible: () => boolean
  /** @returns its own removal */
  readonly watchVisibility: (listener: () => void) => () => void
}

const tickEveryMs = 1_000

export function createTicker(deps: Deps): Ticker {
  const listeners = new Set<() => void>()
  let nowMs = deps.now()
  let stop: (() => void) | null = null

  function tick(): void {
    nowMs = deps.now()
    for (const listener of listeners) listener()
  }

  function start(): () => void {
    let cancel = (): void => {}
    const run = (): void => {
      tick()
      cancel = deps.schedule(run, tickEveryMs)
    }
    const follow = (): void => {
      cancel()
      if (deps.isVisible()) run()
    }
    nowMs = deps.now()
    if (deps.isVisible()) cancel = deps.schedule(run, tickEveryMs)
    const unwatch = deps.watchVisibility(follow)
    return () => {
      cancel()
      unwatch()
    }
  }

  return {
    now: () => nowMs,
    subscribe(listener) {
      listeners.add(listener)
      stop ??= start()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}

/** The ticker of a page. */
export function createPageTicker(schedule: Schedule): Ticker {
  return createTicker({
    now: () => Date.now(),
    schedule,
    isVisible: () => document.visibilityState === 'visible',
    watchVisibility(listener) {
      document.addEventListener('visibilitychange', listener)
      return () => document.removeEventListener('visibilitychange', listener)
    },
  })
}
