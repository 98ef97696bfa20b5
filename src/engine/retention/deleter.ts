/** Deleting as a user does it: hidden at once or with progress, undoable for ten seconds, then gone. */

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { Slices } from '../slices.ts'
import { WordedRefusal } from '../worded-error.ts'
import type { Deletions } from './deletions.ts'

export const undoForMs = 10_000
/** A few milliseconds of the main loop. */
const hideAtOnce = 500

export type Page = { readonly rowIds: readonly number[]; readonly hasMore: boolean }

export type Deleter = Disposable & {
  /** @returns the job's id */
  deleteRows(rowIds: readonly number[]): number
  /**
   * Deletes page by page what is found; pinned rows stay.
   * @param nextPage the ids of the next rows, newest first, below the last of the page before
   */
  deleteFound(nextPage: (belowRowId: number | null) => Promise<Page>, total: number | null): number
  /** @throws Refusal when it is too late */
  undo(jobId: number): void
  /** Finishes what an earlier run left. */
  resume(): void
}

export type DeleterDeps = {
  readonly clock: Clock
  readonly deletions: Deletions
  readonly jobs: Jobs
  readonly slices: Slices
  onDeleted(rowIds: readonly number[]): void
  onRestored(): void
  /** Rows are gone: the index may forget them. */
  onRemoved(count: number): void
}

type Undoable = { readonly deletionId: number; readonly job: Job; readonly timer: Disposable }

export function createDeleter(deps: DeleterDeps): Deleter {
  const { clock, deletions, jobs, slices } = deps
  const undoable = new Map<number, Undoable>()
  let isDisposed = false

  function remove(deletionId: number): void {
    slices.run(() => {
      const removed = deletions.removeSlice(deletionId)
      if (removed > 0) deps.onRemoved(removed)
      return removed > 0
    })
  }

  function restore(deletionId: number): void {
    slices.run(() => {
      const restored = deletions.restoreSlice(deletionId)
      if (restored > 0) deps.onRestored()
      return restored > 0
    })
  }

  function offerUndo(deletionId: number, job: Job, done: number, problem: Wording | null): void {
    if (done === 0) {
      remove(deletionId)
      job.end(problem === null ? 'done' : 'failed', { problem })
      return
    }
    const timer = clock.setTimer(undoForMs, () => {
      undoable.delete(job.view.jobId)
      job.end('done', { undoUntil: null })
      remove(deletionId)
    })
    undoable.set(job.view.jobId, { deletionId, job, timer })
    job.end('undoable', { done, undoUntil: clock.now() + undoForMs, problem })
  }

  function hide(deletionId: number, rowIds: readonly number[], keepsPinned: boolean): number {
    const hidden = deletions.hide(deletionId, rowIds, keepsPinned)
    if (hidden.length > 0) deps.onDeleted(hidden)
    return hidden.length
  }

  type NextPage = (belowRowId: number | null) => Promise<Page>

  /** @returns how many rows are hidden, and what went wrong on the way */
  async function hideFound(deletionId: number, job: Job, nextPage: NextPage) {
    let done = 0
    let below: number | null = null
    const goesOn = (): boolean => !(job.isCancelled || isDisposed)
    try {
      while (goesOn()) {
        const { rowIds, hasMore }: Page = await nextPage(below)
        for (let from = 0; from < rowIds.length && goesOn(); from += hideAtOnce) {
          done += hide(deletionId, rowIds.slice(from, from + hideAtOnce), true)
          job.progress(done)
          await nextTurn()
        }
        below = rowIds.at(-1) ?? below
        if (!hasMore) break
      }
      return { done, problem: null }
    } catch (fault) {
      const cause = describeFault(fault)
      return { done, problem: worded('engine-files.delete.partly', { cause }) }
    }
  }

  async function work(deletionId: number, job: Job, nextPage: NextPage): Promise<void> {
    const { done, problem } = await hideFound(deletionId, job, nextPage)
    if (!isDisposed) offerUndo(deletionId, job, done, problem)
  }

  return {
    deleteRows(rowIds) {
      const deletionId = deletions.start(clock.now())
      const hidden = hide(deletionId, [...new Set(rowIds)], false)
      const job = jobs.start({ kind: 'delete', total: rowIds.length })
      offerUndo(deletionId, job, hidden, null)
      return job.view.jobId
    },
    deleteFound(nextPage, total) {
      const deletionId = deletions.start(clock.now())
      const job = jobs.start({ kind: 'delete', total })
      void work(deletionId, job, nextPage)
      return job.view.jobId
    },
    undo(jobId) {
      const found = undoable.get(jobId)
      if (found === undefined) {
        throw new WordedRefusal('unavailable', worded('engine-files.delete.too-late'))
      }
      deletions.undo(found.deletionId)
      undoable.delete(jobId)
      found.timer[Symbol.dispose]()
      found.job.end('undone', { undoUntil: null })
      restore(found.deletionId)
    },
    resume() {
      for (const { deletionId, isUndone } of deletions.unfinished()) {
        if (isUndone) restore(deletionId)
        else remove(deletionId)
      }
    },
    [Symbol.dispose]() {
      isDisposed = true
      for (const { timer } of undoable.values()) timer[Symbol.dispose]()
    },
  }
}
