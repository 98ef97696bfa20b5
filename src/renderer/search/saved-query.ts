/** The query under which a search is saved: what was typed, and the filters that were on beside it. Pure. */
import type { Filter } from '../../contract/commands.ts'
import { isFiltering } from '../list/list-filter.ts'
import { composeQuery } from './search-query.ts'

export function savedQuery(search: string, filter: Filter): string {
  // A word that is still open stays so by itself at the end of a text; before others it must say so.
  return isFiltering(filter) ? composeQuery(search, filter) : search.trim()
}
