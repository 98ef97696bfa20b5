/**
 * The list's rows: a window on all that there are, newest first and without holes, which arrivals and pages make grow
 * at its ends. Pure. Not: how it is kept small (list-window.ts), nor its questions to the engine (list-query.ts).
 */
import type { Filter } from '../../contract/commands.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { FoundRow, QueryProblem } from '../../contract/search.ts'
import type { Change } from '../../contract/snapshot.ts'
import { isSearching } from '../search/search-query.ts'
import { applyToRows, isRowChange, type RowChange } from './apply-to-row.ts'
import { matchesFilter, noFilter } from './list-filter.ts'
import { admit } from './list-window.ts'

export type Rows = readonly NotificationRow[]
export type RowMatches = FoundRow['matches']

/**
 * `head`: the newest rows, as deep as was asked. `newest`: those, for who wants to be there. `around`: a part further
 * down. `older`, `newer`: the page beyond the last row or the first.
 */
export type QueryKind = 'head' | 'newest' | 'around' | 'older' | 'newer'

export type ListModel = {
  readonly filter: Filter
  /** What the reader typed to search for; nothing is searched for when it is blank. */
  readonly search: string
  readonly rows: Rows
  /** Where the words searched for stand, by row id. */
  readonly matches: ReadonlyMap<number, RowMatches>
  readonly hasOlder: boolean
  /** There are rows above the first one that were let go of, or never read. What is held is not among them. */
  readonly hasNewer: boolean
  /** How many of them there are, those that `heldCount` counts aside; null where that is not known. */
  readonly newerCount: number | null
  /** True until the first rows for this filter and search are known. */
  readonly isLoading: boolean
  /** The query under way; an answer to any other is too late. */
  readonly query: { readonly id: number; readonly kind: QueryKind } | null
  readonly lastQueryId: number
  /** What happened since the query was sent, to be applied to its answer. */
  readonly sinceQuery: readonly Change[]
  /** Something happened of which only the engine knows what it means for the list: it is to be read anew. */
  readonly isOutdated: boolean
  /** Why the last query failed, a sentence; null when it did not. */
  readonly problem: string | null
  /** What is wrong with the words typed; null when nothing is. */
  readonly searchProblem: QueryProblem | null
  /** While true, arrivals wait in `held`, so that nothing moves under the reader's eyes or pointer. */
  readonly isHolding: boolean
  /** Right above the first row; empty where `hasNewer` says that there is a hole. */
  readonly held: Rows
  /** What arrived since the reader left the top: where there is a hole it is only counted. */
  readonly heldCount: number
  /** The newest row that was listed, held or counted. */
  readonly newestSeen: number
}

export const emptyList: ListModel = {
  filter: noFilter,
  search: '',
  rows: [],
  matches: new Map(),
  hasOlder: false,
  hasNewer: false,
  newerCount: 0,
  isLoading: true,
  query: null,
  lastQueryId: 0,
  sinceQuery: [],
  isOutdated: false,
  problem: null,
  searchProblem: null,
  isHolding: false,
  held: [],
  heldCount: 0,
  newestSeen: 0,
}

export function applyToList(list: ListModel, change: Change): ListModel {
  if (change.kind === 'notifications-arrived') {
    // Only the engine knows what a query finds: it is asked again instead.
    return isSearching(list.search) ? list : arrive(record(list, change), change.rows)
  }
  if (change.kind === 'notifications-deleted') return removeRows(record(list, change), change.rowIds)
  return isRowChange(change) ? alterRows(record(list, change), change) : list
}

/** An answer that takes longer than so many events is no longer waited for. */
export const recordLimit = 1_000

function record(list: ListModel, change: Change): ListModel {
  if (list.query === null) return list
  if (list.sinceQuery.length >= recordLimit) return { ...list, query: null, sinceQuery: [], isOutdated: true }
  return { ...list, sinceQuery: [...list.sinceQuery, change] }
}

function arrive(list: ListModel, arrived: Rows): ListModel {
  if (list.isLoading) return list
  // Own row ids grow with arrival: what is not above the newest row is known already.
  const fresh = arrived.filter((row) => row.rowId > list.newestSeen && matchesFilter(row, list.filter))
  return admit(list, fresh.reverse())
}

function alterRows(list: ListModel, change: RowChange): ListModel {
  const rows = applyToRows(list.rows, change)
  const held = applyToRows(list.held, change)
  const altered = rows === list.rows && held === list.held ? list : { ...list, rows, held }
  switch (change.kind) {
    case 'all-read':
      return list.filter.isUnread === true ? withoutRead(altered, change.upToRowId) : altered
    case 'pins-changed':
      return followPins(altered, change.rowIds, change.pinnedAt !== null)
    case 'notifications-unread':
      return list.filter.isUnread === true ? followNew(altered, change.rowIds) : altered
    // One row that was just read stays in the unread view, so that its acknowledgement can be followed there.
    case 'notifications-read':
    case 'acknowledgement-changed':
      return altered
  }
}

function withoutRead(list: ListModel, upToRowId: number): ListModel {
  const left = keepRows(list, (row) => row.rowId > upToRowId)
  return { ...left, hasOlder: false, isOutdated: list.hasNewer }
}

/** A list of pinned rows, or of those that are not, loses some and gains others. */
function followPins(list: ListModel, rowIds: readonly number[], isPinned: boolean): ListModel {
  const wanted = list.filter.isPinned
  if (wanted === undefined) return list
  if (isPinned === wanted) return followNew(list, rowIds)
  return removeRows(list, rowIds)
}

/** Rows that belong into the list: those that are not in it must be read. */
function followNew(list: ListModel, rowIds: readonly number[]): ListModel {
  const known = new Set([...list.rows, ...list.held].map(({ rowId }) => rowId))
  return rowIds.every((rowId) => known.has(rowId)) ? list : { ...list, isOutdated: true }
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
  const heldCount = list.heldCount - (list.held.length - held.length)
  return { ...list, rows, held, heldCount }
}

/** True when the list must be read anew: it lacks rows, or all that was read is gone, but not all there are. */
export function needsReading({ rows, held, hasOlder, hasNewer, query, isOutdated }: ListModel): boolean {
  if (query !== null) return false
  return isOutdated || (rows.length === 0 && held.length === 0 && (hasOlder || hasNewer))
}
