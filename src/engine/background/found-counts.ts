/** How many each query finds, remembered until the history changes. Not: the counting (`search/count-found.ts`). */
import type { FoundCount } from '../../contract/search.ts'
import type { Change } from '../../contract/snapshot.ts'

export type FoundCounts = {
  /** Asked again, it is counted once. */
  of(query: string): Promise<FoundCount>
  forget(): void
}

/** Several windows with all of their saved searches; more is somebody who never asks the same again. */
const limit = 500

export function createFoundCounts(count: (query: string) => Promise<FoundCount>): FoundCounts {
  const known = new Map<string, Promise<FoundCount>>()

  function remember(query: string): Promise<FoundCount> {
    if (known.size >= limit) known.clear()
    const counting = count(query)
    known.set(query, counting)
    // What failed is tried again at the next wish.
    counting.catch(() => {
      if (known.get(query) === counting) known.delete(query)
    })
    return counting
  }

  return {
    of: (query) => known.get(query) ?? remember(query),
    forget: () => known.clear(),
  }
}

/** Whether a query may find more, fewer or others after it. */
export function changesWhatIsFound({ kind }: Change): boolean {
  return changes.has(kind)
}

const changes: ReadonlySet<Change['kind']> = new Set([
  'notifications-arrived',
  'notifications-read',
  'notifications-unread',
  'all-read',
  'notifications-deleted',
  'history-changed',
  'pins-changed',
])
