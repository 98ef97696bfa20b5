/** The list's questions to the engine: begun, answered, failed. Pure; asking is `list-loader.ts`. */
import type { Filter } from '../../contract/commands.ts'
import type { QueryProblem } from '../../contract/search.ts'
import { isSearching } from '../search/search-query.ts'
import { isSameFilter } from './list-filter.ts'
import {
  applyToList,
  emptyList,
  type ListModel,
  type QueryKind,
  type RowMatches,
  type Rows,
} from './list-model.ts'
import { admit } from './list-window.ts'

export type Page = {
  readonly rows: Rows
  readonly hasOlder: boolean
  readonly hasNewer: boolean
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
  const isSame = isSameFilter(aim.filter, list.filter)
  if (list.search !== aim.search) {
    const aside = { held: [], heldCount: 0, hasNewer: false, newerCount: 0, isLoading: true }
    return { ...list, ...aside }
  }
  return isSame ? list : { ...emptyList, isHolding: list.isHolding }
}

/** Begins reading another part of the same list: all stays as it is until the answer. */
export const beginPart = (list: ListModel, kind: 'newest' | 'around'): ListModel =>
  begin(list, kind, list.lastQueryId)

/** Begins reading the page below the last row; nothing happens while a query is under way. */
export function beginOlder(list: ListModel): ListModel {
  if (list.query !== null || !list.hasOlder || list.rows.length === 0) return list
  return begin(list, 'older', list.lastQueryId)
}

/** Begins reading the page above the first row; nothing happens while a query is under way. */
export function beginNewer(list: ListModel): ListModel {
  if (list.query !== null || !list.hasNewer || list.rows.length === 0) return list
  return begin(list, 'newer', list.lastQueryId)
}

/** Begins asking whether a search finds more by now; nothing happens while a query is under way. */
export function beginAgain(list: ListModel): ListModel {
  const isWanted = isSearching(list.search) && list.searchProblem === null && !list.hasNewer
  return list.query === null && isWanted ? begin(list, 'newer', list.lastQueryId) : list
}

function begin(list: ListModel, kind: QueryKind, lastQueryId: number): ListModel {
  const id = lastQueryId + 1
  const begun = { query: { id, kind }, lastQueryId: id, sinceQuery: [], isOutdated: false, problem: null }
  return { ...list, ...begun }
}

/** Above which row the list is asked for more; null where it has none. */
export const newestRowId = ({ held, rows }: ListModel): number | null =>
  held[0]?.rowId ?? rows[0]?.rowId ?? null

/** @returns the same list when the answer is to a query that was given up */
export function finishQuery(list: ListModel, queryId: number, page: Page): ListModel {
  if (list.query?.id !== queryId) return list
  const done = { ...list, isLoading: false, query: null, sinceQuery: [] }
  // What arrived since is held or listed once more below: `sinceQuery` knows all of it, and in order.
  return list.sinceQuery.reduce(applyToList, settle(done, list, list.query.kind, page))
}

function settle(list: ListModel, before: ListModel, kind: QueryKind, page: Page): ListModel {
  switch (kind) {
    case 'head':
      return settleHead(list, before, page)
    case 'newest':
    case 'around':
      return replace(list, page)
    case 'older': {
      const rows = [...list.rows, ...rowsBelow(page.rows, list.rows.at(-1)?.rowId)]
      return { ...list, rows, hasOlder: page.hasOlder, matches: joinMatches(list, page) }
    }
    case 'newer':
      return list.hasNewer ? joinAbove(list, page) : settleAgain(list, page)
  }
}

const rowsBelow = (rows: Rows, rowId = Number.POSITIVE_INFINITY): Rows =>
  rows.filter((row) => row.rowId < rowId)

/** All that is listed is this page: rows beyond its ends are to be read. */
function replace(list: ListModel, page: Page): ListModel {
  const { rows, hasOlder, hasNewer, matches = new Map() } = page
  const top = rows[0]?.rowId ?? 0
  const replaced = { ...list, rows, hasOlder, hasNewer, matches, held: [] }
  return hasNewer
    ? { ...replaced, newerCount: null, newestSeen: Math.max(list.newestSeen, top) }
    : { ...replaced, newerCount: 0, heldCount: 0, newestSeen: top }
}

/** What stands above the rows that are being read waits there, also when all is read anew. */
function settleHead(list: ListModel, before: ListModel, page: Page): ListModel {
  const read = replace(list, page)
  const topRowId = list.rows[0]?.rowId
  if (!list.isHolding || before.isLoading || before.hasNewer || topRowId === undefined) return read
  const held = page.rows.filter((row) => row.rowId > topRowId)
  return { ...read, rows: page.rows.slice(held.length), held, heldCount: held.length }
}

/** The page goes right above the first row. */
function joinAbove(list: ListModel, page: Page): ListModel {
  const topRowId = list.rows[0]?.rowId ?? 0
  const added = page.rows.filter((row) => row.rowId > topRowId)
  const joined = { ...list, rows: [...added, ...list.rows], matches: joinMatches(list, page) }
  if (!page.hasNewer) {
    // Nothing is left above: what arrived since the answer is told once more.
    const newestSeen = joined.rows[0]?.rowId ?? 0
    return { ...joined, hasNewer: false, newerCount: 0, held: [], heldCount: 0, newestSeen }
  }
  if (list.newerCount === null) return joined
  const beyond = Math.max(0, added.length - list.newerCount)
  const newerCount = Math.max(0, list.newerCount - added.length)
  return { ...joined, newerCount, heldCount: Math.max(0, list.heldCount - beyond) }
}

/** What a search finds above the first row comes like arrivals do. */
function settleAgain(list: ListModel, page: Page): ListModel {
  if (list.rows.length === 0 && list.held.length === 0) return replace(list, page)
  const above = newestRowId(list) ?? 0
  const fresh = page.rows.filter((row) => row.rowId > above)
  if (!page.hasNewer) return admit({ ...list, matches: joinMatches(list, page) }, fresh)
  // More than a page: there is a hole above. At the top nobody wants one, and all is read anew.
  if (!list.isHolding) return { ...list, isOutdated: true }
  return { ...list, hasNewer: true, held: [], heldCount: list.heldCount + fresh.length }
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
export function restart(list: ListModel, newest: Omit<Page, 'hasNewer'>): ListModel {
  const { isHolding, lastQueryId } = list
  const { rows, hasOlder } = newest
  const newestSeen = rows[0]?.rowId ?? 0
  return { ...emptyList, isHolding, lastQueryId, rows, hasOlder, newestSeen, isLoading: false }
}
