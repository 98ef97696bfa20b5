/** Counts what a query finds, no further than is of interest. */
import { type FoundCount, foundCountLimit } from '../../contract/search.ts'
import type { Finder } from './finder.ts'
import type { Query } from './query.ts'

/** @returns what there is among the newest `limit`; null when it was cancelled */
export function countFound(
  { find }: Pick<Finder, 'find'>,
  query: Query,
  isCancelled: () => boolean,
  limit = foundCountLimit,
): NonNullable<FoundCount> | null {
  const page = { direction: 'newest', from: null, limit: limit + 1, isCancelled } as const
  const found = find(query, 'ids', page, (row) => row['read_at'] === null)
  if (found === null) return null
  const counted = found.slice(0, limit)
  return {
    total: counted.length,
    unread: counted.filter((isUnread) => isUnread).length,
    isMore: found.length > limit,
  }
}
