/** The list's questions to the engine: begun, answered, failed. Pure; asking is `list-loader.ts`. */
import type { Filter } from '../../contract/commands.ts'
import type { QueryProblem } from '../../contract/search.ts'
import { isSameFilter } from './list-filter.ts'
import {
  admit,
  applyToList,
  emptyList,
  type ListModel,
  newestRowId,
  type RowMatches,
  type Rows,
} from './list-model.ts'

export type Page = {
  readonly rows: Rows
  readonly hasOlder: boolean
  /** By row id; absent where nothing was searched for. */
  readonly matches?: ReadonlyMap<number, RowMatches>
}

/** What a list shows. */
export type Aim = { readonly filter: Filter; readonly search: string }

/**
 * Begins reading the list from its top. With the same aim all stays as it is until the answer; with other words the
 * rows stay too, or the list would flicker at each letter; with another filter it starts empty.
 */
export function beginHead(list: ListModel, aim: Aim): ListModel {
  return begin({ ...startOf(list, aim), ...aim, searchProblem: null }, 'head', list.lastQueryId)
}

function startOf(list: ListModel, aim: Aim): ListModel {
  if (list.search !== aim.search) return { ...list, held: [], heldCount: 0, isLoading: true }
  return isSameFilter(aim.filter, list.filter) ? list : emptyList
}

/** Begins reading the page below the last row; nothing happens while a query is under way. */
export function beginOlder(list: ListModel): ListModel {
  if (list.query !== null || !list.hasOlder || list.rows.length === 0) return list
  return begin(list, 'older', list.lastQueryId)
}

/** Begins asking whether a search finds more by now; nothing happens while a query is under way. */
export function beginNewer(list: ListModel): ListModel {
  return list.query === null && list.searchProblem === null ? begin(list, 'newer', list.lastQueryId) : list
}

function begin(list: ListModel, kind: 'head' | 'older' | 'newer', lastQueryId: number): ListModel {
  const id = lastQueryId + 1
  return { ...list, query: { id, kind }, lastQueryId: id, sinceQuery: [], problem: null }
}

/** @returns the same list when the answer is to a query that was given up */
export function finishQuery(list: ListModel, queryId: number, page: Page): ListModel {
  if (list.query?.id !== queryId) return list
  const done = { ...list, isLoading: false, query: null, sinceQuery: [] }
  // What arrived since is held or listed once more below: `sinceQuery` knows all of it, and in order.
  return list.sinceQuery.reduce(applyToList, settle(done, list.query.kind, page))
}

function settle(list: ListModel, kind: 'head' | 'older' | 'newer', page: Page): ListModel {
  if (kind === 'newer') return settleNewer(list, page)
  const { hasOlder } = page
  if (kind === 'head') return { ...settleHead(list, page), hasOlder, matches: page.matches ?? new Map() }
  return { ...list, hasOlder, rows: joinBelow(list, page), matches: joinMatches(list, page) }
}

/** What stands above the rows that are being read waits there, also when all is read anew. */
function settleHead(list: ListModel, { rows }: Page): ListModel {
  const topRowId = list.rows[0]?.rowId
  if (!list.isHolding || topRowId === undefined) return { ...list, rows, held: [], heldCount: 0 }
  const held = rows.filter((row) => row.rowId > topRowId)
  return { ...list, rows: rows.slice(held.length), held, heldCount: held.length }
}

/** What a search finds above the first row comes like arrivals do. */
function settleNewer(list: ListModel, page: Page): ListModel {
  const above = newestRowId(list)
  const fresh = page.rows.filter((row) => row.rowId > above)
  const hasHole = fresh.length === page.rows.length && page.hasOlder && list.rows.length > 0
  if (hasHole && !list.isHolding) return settle(list, 'head', page)
  const joined = admit({ ...list, matches: joinMatches(list, page) }, fresh)
  // One more than there are: the list is then read anew when it is let go.
  return hasHole ? { ...joined, heldCount: Math.max(joined.heldCount, joined.held.length + 1) } : joined
}

const joinMatches = (list: ListModel, page: Page): ListModel['matches'] =>
  page.matches === undefined ? list.matches : new Map([...list.matches, ...page.matches])

export function failQuery(list: ListModel, queryId: number, problem: string): ListModel {
  if (list.query?.id !== queryId) return list
  return { ...list, query: null, sinceQuery: [], isLoading: false, problem }
}

/** The words typed mean nothing: what was found for others goes. */
export function refuseSearch(list: ListModel, queryId: number, searchProblem: QueryProblem): ListModel {
  if (list.query?.id !== queryId) return list
  const { filter, search, lastQueryId, isHolding } = list
  return { ...emptyList, filter, search, lastQueryId, isHolding, isLoading: false, searchProblem }
}

/** Takes a snapshot's newest rows for the whole list: nothing was asked, nothing is to be waited for. */
export function restart(list: ListModel, newest: Page): ListModel {
  return {
    ...emptyList,
    isHolding: list.isHolding,
    lastQueryId: list.lastQueryId,
    rows: newest.rows,
    hasOlder: newest.hasOlder,
    isLoading: false,
  }
}

function joinBelow(list: ListModel, page: Page): Rows {
  const lastRowId = list.rows.at(-1)?.rowId ?? Number.POSITIVE_INFINITY
  return [...list.rows, ...page.rows.filter((row) => row.rowId < lastRowId)]
}
