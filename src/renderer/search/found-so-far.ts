/** How much a search has found, as far as is known: by the rows that were read, or by a count of all. Pure. */
import type { FoundCount } from '../../contract/search.ts'
import type { ListModel } from '../list/list-model.ts'

type Known = Pick<ListModel, 'rows' | 'heldCount' | 'hasOlder' | 'hasNewer' | 'newerCount'>

/** @param count null while it is not known */
export function foundSoFar(
  list: Known,
  count: FoundCount,
): { readonly found: number; readonly hasMore: boolean } {
  const read = list.rows.length + list.heldCount + (list.newerCount ?? 0)
  // Where all of them were read, their number is newer than any count.
  if (!list.hasOlder && !(list.hasNewer && list.newerCount === null)) return { found: read, hasMore: false }
  if (count === null) return { found: read, hasMore: true }
  return { found: Math.max(read, count.total), hasMore: count.isMore }
}
