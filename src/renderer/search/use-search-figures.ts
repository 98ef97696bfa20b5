/** How much a search finds, and how it could be narrowed: asked once its results are there, and now and then later. */
import { useEffect, useState } from 'react'
import type { Facets, FoundCount } from '../../contract/search.ts'
import { createRefresher, type Refresher } from '../filters/refresher.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { WindowState } from '../store/window-state.ts'
import type { WindowStore } from '../store/window-store.ts'
import { createTimerSchedule } from '../time/schedule.ts'
import { composeQuery, isSearching } from './search-query.ts'

const soonMs = 250
const everyMs = 5_000

export type SearchFigures = {
  /** Of the last search, until those of this one are there: they would flicker at each letter. */
  readonly facets: Facets | null
  /** Null while it is not known. */
  readonly count: FoundCount
  /** There is a search, and nothing is known of it yet. */
  readonly isAwaited: boolean
}

type Told = { readonly query: string; readonly facets: Facets; readonly count: FoundCount }

const noFigures: SearchFigures = { facets: null, count: null, isAwaited: false }

export function useSearchFigures(): SearchFigures {
  const store = useStore()
  const query = useWindowState(searchedFor)
  const [told, setTold] = useState<Told | null>(null)
  useEffect(() => {
    setTold((last) => (query === null ? null : last))
    return query === null ? undefined : followFigures(store, query, setTold)
  }, [store, query])
  if (query === null) return noFigures
  if (told === null) return { ...noFigures, isAwaited: true }
  return { facets: told.facets, count: told.query === query ? told.count : null, isAwaited: false }
}

/** @returns null where there is no search, or none that means something */
function searchedFor({ list: { search, filter, searchProblem, problem } }: WindowState): string | null {
  const isMeant = isSearching(search) && searchProblem === null && problem === null
  return isMeant ? composeQuery(search, filter) : null
}

/** @returns its own end */
function followFigures({ client, cell }: WindowStore, query: string, tell: (told: Told) => void): () => void {
  let isOver = false
  const refresher: Refresher = createRefresher({
    async ask() {
      const [facets, { counts }] = await Promise.all([
        client.call('getFacets', { query }),
        client.call('countFound', { queries: [query] }),
      ])
      if (!isOver) tell({ query, facets, count: counts[0] ?? null })
    },
    mayAsk: () => cell.read().list.query === null,
    ...{ schedule: createTimerSchedule(), soonMs, everyMs },
  })
  let rows = cell.published().list.rows
  const unsubscribe = cell.subscribe(() => {
    const now = cell.published().list.rows
    if (now !== rows) refresher.note()
    rows = now
  })
  refresher.note()
  return () => {
    isOver = true
    unsubscribe()
    refresher.dispose()
  }
}
