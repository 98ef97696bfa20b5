/** How many notifications the saved searches find: counted when they come into sight, and when the counts change. */
import { useEffect, useState } from 'react'
import type { FoundCount } from '../../contract/search.ts'
import { noFilter } from '../list/list-filter.ts'
import { composeQuery } from '../search/search-query.ts'
import { useStore } from '../store/store-context.tsx'
import type { WindowStore } from '../store/window-store.ts'
import { createTimerSchedule } from '../time/schedule.ts'
import { createRefresher } from './refresher.ts'
import type { SavedSearches } from './saved-searches.ts'

export type FoundCounts = ReadonlyMap<string, FoundCount>

const noCounts: FoundCounts = new Map()
const soonMs = 600
const everyMs = 4_000

/** @returns by query; what was not counted yet is not in it */
export function useFoundCounts(searches: SavedSearches): FoundCounts {
  const store = useStore()
  const [counts, setCounts] = useState(noCounts)
  useEffect(() => {
    const queries = [...new Set(searches.map(({ query }) => query))]
    return queries.length === 0 ? undefined : followCounts(store, queries, setCounts)
  }, [store, searches])
  return counts
}

/** @returns its own end */
function followCounts(
  { client, cell }: WindowStore,
  queries: readonly string[],
  tell: (counts: FoundCounts) => void,
): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // As the list would search for them.
  const asked = queries.map((query) => composeQuery(query, noFilter))
  const refresher = createRefresher({
    async ask() {
      const { counts } = await client.call('countFound', { queries: asked })
      if (!signal.aborted) tell(new Map(queries.map((query, index) => [query, counts[index] ?? null])))
    },
    mayAsk: () => cell.read().list.query === null,
    ...{ schedule: createTimerSchedule(), soonMs, everyMs },
  })
  const noteInSight = (): void => {
    if (document.visibilityState === 'visible') refresher.note()
  }
  let seen = cell.published()
  const unsubscribe = cell.subscribe(() => {
    const before = seen
    seen = cell.published()
    if (seen.list.search !== before.list.search) refresher.giveWay()
    const isOther =
      seen.engine?.counts !== before.engine?.counts || seen.engine?.pinnedCount !== before.engine?.pinnedCount
    if (isOther) noteInSight()
  })
  document.addEventListener('visibilitychange', noteInSight, { signal })
  noteInSight()
  return () => {
    ending.abort()
    unsubscribe()
    refresher.dispose()
  }
}
