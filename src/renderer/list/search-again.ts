/** Asks a search again after arrivals: soon, and at most once a second. Not: what is asked (list-loader.ts). */
import type { Schedule } from '../time/schedule.ts'

export type SearchAgain = {
  /** Something arrived. */
  note(): void
  dispose(): void
}

type Deps = {
  readonly schedule: Schedule
  /** There is a search that may find more by now. */
  readonly isSearching: () => boolean
  /** @returns false where it cannot be asked now: then it is tried again */
  readonly ask: () => boolean
}

const askAgainAfterMs = 1_000

export function createSearchAgain({ schedule, isSearching, ask }: Deps): SearchAgain {
  let cancel: (() => void) | null = null
  let mustAskAgain = false

  function note(): void {
    if (!isSearching()) return
    mustAskAgain = cancel !== null
    cancel ??= schedule(askNow, askAgainAfterMs)
  }

  function askNow(): void {
    cancel = null
    const isAsked = ask()
    if (mustAskAgain || !isAsked) note()
  }

  return { note, dispose: () => cancel?.() }
}
