/** The list's questions to the engine: begun, answered, failed. Pure; asking is `list-loader.ts`. */
import type { CommandOutput, Filter } from '../../contract/commands.ts'
import { isSameFilter } from './list-filter.ts'
import { applyToList, emptyList, type ListModel, release } from './list-model.ts'

export type Page = CommandOutput<'listNotifications'>

/** Begins reading the list from its top. With another filter it starts empty; with the same, rows stay until then. */
export function beginHead(list: ListModel, filter: Filter): ListModel {
  const id = list.lastQueryId + 1
  const start = isSameFilter(filter, list.filter) ? release(list) : emptyList
  return { ...start, filter, query: { id, kind: 'head' }, lastQueryId: id, sinceQuery: [], problem: null }
}

/** Begins reading the page below the last row; nothing happens while a query is under way. */
export function beginOlder(list: ListModel): ListModel {
  if (list.query !== null || !list.hasOlder || list.rows.length === 0) return list
  const id = list.lastQueryId + 1
  return { ...list, query: { id, kind: 'older' }, lastQueryId: id, sinceQuery: [], problem: null }
}

/** @returns the same list when the answer is to a query that was given up */
export function finishQuery(list: ListModel, queryId: number, page: Page): ListModel {
  if (list.query?.id !== queryId) return list
  const done = { ...list, hasOlder: page.hasOlder, isLoading: false, query: null, sinceQuery: [] }
  // What arrived since is held or listed once more below: `sinceQuery` knows all of it, and in order.
  const settled: ListModel =
    list.query.kind === 'head'
      ? { ...done, rows: page.rows, held: [], heldCount: 0 }
      : { ...done, rows: joinBelow(list, page) }
  return list.sinceQuery.reduce(applyToList, settled)
}

export function failQuery(list: ListModel, queryId: number, problem: string): ListModel {
  if (list.query?.id !== queryId) return list
  return { ...list, query: null, sinceQuery: [], isLoading: false, problem }
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

function joinBelow(list: ListModel, page: Page): ListModel['rows'] {
  const lastRowId = list.rows.at(-1)?.rowId ?? Number.POSITIVE_INFINITY
  return [...list.rows, ...page.rows.filter((row) => row.rowId < lastRowId)]
}
