/** The list's rows: newest first, without holes, grown downwards page by page and upwards by arrivals. Pure. */
import type { Filter } from '../../contract/commands.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { FoundRow, QueryProblem } from '../../contract/search.ts'
import type { Change } from '../../contract/snapshot.ts'
import { isSearching } from '../search/search-query.ts'
import { applyToRows, isRowChange, type RowChange } from './apply-to-row.ts'
import { matchesFilter, noFilter } from './list-filter.ts'

export type Rows = readonly NotificationRow[]
export type RowMatches = FoundRow['matches']

export type ListModel = {
  readonly filter: Filter
  /** What the reader typed to search for; nothing is searched for when it is blank. */
  readonly search: string
  readonly rows: Rows
  /** Where the words searched for stand, by row id. */
  readonly matches: ReadonlyMap<number, RowMatches>
  readonly hasOlder: boolean
  /** True until the first rows for this filter and search are known. */
  readonly isLoading: boolean
  /** The query under way; an answer to any other is too late. `newer`: what a search finds above the first row. */
  readonly query: { readonly id: number; readonly kind: 'head' | 'older' | 'newer' } | null
  readonly lastQueryId: number
  /** What happened since the query was sent, to be applied to its answer. */
  readonly sinceQuery: readonly Change[]
  /** Why the last query failed, a sentence; null when it did not. */
  readonly problem: string | null
  /** What is wrong with the words typed; null when nothing is. */
  readonly searchProblem: QueryProblem | null
  /** While true, arrivals wait in `held`, so that nothing moves under the reader's eyes or pointer. */
  readonly isHolding: boolean
  readonly held: Rows
  /** May exceed `held.length`: past `heldLimit` they are only counted, and the list is read anew on release. */
  readonly heldCount: number
}

/** Rows kept while the list stands at its top; the rest is read again when scrolled to. */
export const rowLimitAtTop = 5_000
const rowsKeptByTrim = 4_000
const heldLimit = 500

export const emptyList: ListModel = {
  filter: noFilter,
  search: '',
  rows: [],
  matches: new Map(),
  hasOlder: false,
  isLoading: true,
  query: null,
  lastQueryId: 0,
  sinceQuery: [],
  problem: null,
  searchProblem: null,
  isHolding: false,
  held: [],
  heldCount: 0,
}

export function applyToList(list: ListModel, change: Change): ListModel {
  const recorded: ListModel =
    list.query === null ? list : { ...list, sinceQuery: [...list.sinceQuery, change] }
  if (change.kind === 'notifications-arrived') return arrive(recorded, change.rows)
  if (change.kind === 'notifications-deleted') return removeRows(recorded, change.rowIds)
  return isRowChange(change) ? alterRows(recorded, change) : list
}

function arrive(list: ListModel, arrived: Rows): ListModel {
  // Only the engine knows what a query finds: it is asked again instead.
  if (list.isLoading || isSearching(list.search)) return list
  const above = newestRowId(list)
  // Own row ids grow with arrival: what is not above the newest row is in the list already.
  return admit(list, arrived.filter((row) => row.rowId > above && matchesFilter(row, list.filter)).reverse())
}

export const newestRowId = (list: ListModel): number => list.held[0]?.rowId ?? list.rows[0]?.rowId ?? 0

/** @param fresh rows newer than all that are there, newest first */
export function admit(list: ListModel, fresh: Rows): ListModel {
  if (fresh.length === 0) return list
  if (!list.isHolding) return trim({ ...list, rows: [...fresh, ...list.rows] })
  const heldCount = list.heldCount + fresh.length
  return { ...list, held: [...fresh, ...list.held].slice(0, heldLimit), heldCount }
}

function alterRows(list: ListModel, change: RowChange): ListModel {
  const rows = applyToRows(list.rows, change)
  const held = applyToRows(list.held, change)
  const altered = rows === list.rows && held === list.held ? list : { ...list, rows, held }
  // One row that was just read stays in the unread view, so that its acknowledgement can be followed there.
  if (change.kind !== 'all-read' || list.filter.isUnread !== true) return altered
  return { ...keepRows(altered, (row) => row.rowId > change.upToRowId), hasOlder: false }
}

function removeRows(list: ListModel, rowIds: readonly number[]): ListModel {
  const gone = new Set(rowIds)
  return keepRows(list, (row) => !gone.has(row.rowId))
}

/** @returns the same list when all of its rows stay */
function keepRows(list: ListModel, stays: (row: NotificationRow) => boolean): ListModel {
  const rows = list.rows.filter(stays)
  const held = list.held.filter(stays)
  if (rows.length === list.rows.length && held.length === list.held.length) return list
  const heldCount = held.length === 0 ? 0 : list.heldCount - (list.held.length - held.length)
  return { ...list, rows, held, heldCount }
}

const trim = (list: ListModel): ListModel =>
  list.rows.length <= rowLimitAtTop
    ? list
    : { ...list, rows: list.rows.slice(0, rowsKeptByTrim), hasOlder: true }

export const hold = (list: ListModel): ListModel => (list.isHolding ? list : { ...list, isHolding: true })

/** True when releasing cannot close the hole between what is held and what is listed: the list is read anew. */
export const mustReloadOnRelease = (list: ListModel): boolean => list.heldCount > list.held.length

/** Lets what was held into the list. */
export function release(list: ListModel): ListModel {
  if (!list.isHolding) return list
  const rows = list.held.length === 0 ? list.rows : [...list.held, ...list.rows]
  return trim({ ...list, isHolding: false, rows, held: [], heldCount: 0 })
}

/** True when every row that was read is gone, but not all there are: nothing is left to page from. */
export const isDrained = (list: ListModel): boolean =>
  list.rows.length === 0 && list.held.length === 0 && list.hasOlder && list.query === null
