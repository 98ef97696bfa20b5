/**
 * Keeps the search index up with the history, in slices: whatever is asked meanwhile is answered between two of them.
 * Rows are indexed first; those that are gone are taken out when there is nothing to index; what was indexed is merged
 * when there is nothing else to do.
 */
import { describeFault } from '../describe-fault.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { FromThread } from './background-messages.ts'

type UpkeepDeps = {
  readonly index: Pick<SearchIndex, 'indexSlice' | 'mergeSlice' | 'dropRemoved'>
  readonly post: (message: FromThread) => void
}

export type Upkeep = {
  /** Indexes until all that is stored by then is. */
  index(): void
  /** Takes one slice out; the main thread asks again once it has noted which. */
  drop(): void
  stop(): void
}

/** In bulk is what makes a full-text index cheap. In rows. */
const slice = { index: 4_000, drop: 500 } as const

export function createUpkeep({ index, post }: UpkeepDeps): Upkeep {
  let isIndexDue = false
  let isDropDue = false
  let isMergeDue = false
  let isScheduled = false
  let isStopped = false

  /** Messages are read between two immediates, so searches take precedence. */
  function schedule(): void {
    if (isScheduled || isStopped) return
    isScheduled = true
    setImmediate(run)
  }

  function run(): void {
    isScheduled = false
    if (isStopped) return
    try {
      if (isIndexDue) indexSlice()
      else if (isDropDue) dropSlice()
      else if (isMergeDue) isMergeDue = index.mergeSlice()
    } catch (error) {
      failed(error)
    }
    if (isIndexDue || isDropDue || isMergeDue) schedule()
  }

  function failed(error: unknown): void {
    isIndexDue = false
    isDropDue = false
    isMergeDue = false
    post({ kind: 'upkeep-failed', problem: describeFault(error) })
  }

  function indexSlice(): void {
    const { indexed, behind } = index.indexSlice(slice.index)
    isIndexDue = behind > 0
    isMergeDue = !isIndexDue
    post({ kind: 'indexed', indexed, behind })
  }

  function dropSlice(): void {
    isDropDue = false
    const rowIds = index.dropRemoved(slice.drop)
    post({ kind: 'dropped', rowIds })
  }

  return {
    index() {
      isIndexDue = true
      schedule()
    },
    drop() {
      isDropDue = true
      schedule()
    },
    stop() {
      isStopped = true
    },
  }
}
