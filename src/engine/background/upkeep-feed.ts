/**
 * The main thread's side of keeping the search index: gathers what was stored and removed, and decides when it is worth
 * a thread, and when the thread is told. Not: the work itself (`upkeep.ts`).
 */

import type { Clock } from '../../clock/clock.ts'
import { isSameWording, type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import type { FromThread, ToThread } from './background-messages.ts'
import { createCatchUpProgress, type IndexProgress } from './catch-up-progress.ts'

export type UpkeepEvents = {
  /** Rows that the index no longer holds: to be taken out of removed_rows. */
  onDropped(rowIds: readonly number[]): void
  /** Told while the index is far behind; null when it stops before it has caught up, to go on later. */
  onIndexProgress(progress: IndexProgress | null): void
  /** Something failed and is tried again. */
  onFault(problem: Wording): void
}

type UpkeepFeedDeps = {
  readonly clock: Clock
  readonly events: UpkeepEvents
  readonly isRunning: () => boolean
  /** Starts the thread, where it may be started. */
  readonly start: () => void
  readonly post: (message: ToThread) => void
  /** So much was done that the thread is worth keeping. */
  readonly onWork: () => void
}

export type UpkeepFeed = {
  readonly isBusy: boolean
  /** Nearly free: no message to the thread for each batch. @param count rows just stored */
  stored(count: number): void
  /** As `stored`, of rows that are now in removed_rows. */
  removed(count: number): void
  hear(message: UpkeepMessage): void
  /** The thread has started, and begins with what waits. */
  threadStarted(): void
  threadEnded(): void
  close(): void
}

type UpkeepMessage = Extract<FromThread, { readonly kind: 'indexed' | 'dropped' | 'upkeep-failed' }>

/** Below it a search reads the rows that are not indexed yet in a fraction of a millisecond. */
const rowsWorthAThread = 1_000
/** How long arrivals are gathered while the thread runs: they are to be indexed within a second. */
const gatherMs = 250
/** A burst is stored first: a thread that starts in its middle would take a core from it. */
const startAfterMs = 500
const retryMs = 30_000

export function createUpkeepFeed(deps: UpkeepFeedDeps): UpkeepFeed {
  const { clock, events, post } = deps
  let waiting = { stored: 0, removed: 0 }
  let isIndexing = false
  let isDropping = false
  let rowsOfWork = 0
  let timer: Disposable | null = null
  let isPaused = false
  let lastProblem: Wording | null = null
  const progress = createCatchUpProgress(events.onIndexProgress)

  function gather(): void {
    if (deps.isRunning()) timer ??= clock.setTimer(gatherMs, send)
    else if (waiting.stored + waiting.removed >= rowsWorthAThread) {
      timer ??= clock.setTimer(startAfterMs, startThread)
    }
  }

  function startThread(): void {
    timer = null
    if (!deps.isRunning()) deps.start()
  }

  function send(): void {
    timer = null
    if (waiting.stored > 0) index()
    if (waiting.removed > 0) drop()
    waiting = { stored: 0, removed: 0 }
  }

  function index(): void {
    isIndexing = true
    post({ kind: 'index' })
  }

  function drop(): void {
    isDropping = true
    post({ kind: 'drop' })
  }

  function worked(rows: number): void {
    rowsOfWork += rows
    if (rowsOfWork < rowsWorthAThread) return
    rowsOfWork = 0
    deps.onWork()
  }

  function indexed(rows: number, behind: number): void {
    worked(rows)
    isIndexing = behind > 0
    progress.indexed(rows, behind)
  }

  function dropped(rowIds: readonly number[]): void {
    isDropping = false
    if (rowIds.length === 0) {
      // Dropping comes after indexing: all of it works again.
      lastProblem = null
      return
    }
    worked(rowIds.length)
    try {
      events.onDropped(rowIds)
    } catch (error) {
      failed(describeFault(error))
      return
    }
    drop()
  }

  function failed(problem: Wording): void {
    stopCatchingUp()
    if (!isSameWording(problem, lastProblem)) {
      events.onFault(worded('engine-background.index-behind', { problem }))
    }
    lastProblem = problem
    timer?.[Symbol.dispose]()
    isPaused = true
    timer = clock.setTimer(retryMs, () => {
      stop()
      catchUp()
    })
  }

  /** Whatever waits, from before as well. */
  function catchUp(): void {
    waiting = { stored: 0, removed: 0 }
    index()
    drop()
  }

  function stopCatchingUp(): void {
    isIndexing = false
    isDropping = false
    progress.stopped()
  }

  function stop(): void {
    timer?.[Symbol.dispose]()
    timer = null
    isPaused = false
  }

  return {
    get isBusy() {
      return isIndexing || isDropping || (timer !== null && !isPaused)
    },
    stored(count) {
      waiting.stored += count
      gather()
    },
    removed(count) {
      waiting.removed += count
      gather()
    },
    hear(message) {
      switch (message.kind) {
        case 'indexed':
          indexed(message.indexed, message.behind)
          break
        case 'dropped':
          dropped(message.rowIds)
          break
        default:
          failed(message.problem)
          break
      }
    },
    threadStarted() {
      stop()
      rowsOfWork = 0
      catchUp()
    },
    threadEnded() {
      // What it may have left undone is done with the next thousand rows, or the next search.
      stop()
      stopCatchingUp()
    },
    close: stop,
  }
}
