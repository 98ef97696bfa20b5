/** The saved searches, and which of them stands in the search box. */
import { useWindowState } from '../store/store-context.tsx'
import { isSameQuery, type SavedSearches } from './saved-searches.ts'

const none: SavedSearches = []

export const useSavedSearches = (): SavedSearches =>
  useWindowState(({ engine }) => engine?.settings.savedSearches ?? none)

/** @returns its place in the list; -1 for none */
export function useChosenSearch(): number {
  return useWindowState(({ engine, list }) =>
    (engine?.settings.savedSearches ?? none).findIndex(({ query }) => isSameQuery(query, list.search)),
  )
}
