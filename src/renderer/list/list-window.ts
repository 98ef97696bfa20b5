/** Keeps the list small and still: what is let into it, what waits above it, and what it lets go of at its far end. Pure. */
import type { ListModel, Rows } from './list-model.ts'

/** More rows than this are let go of, and read again when somebody comes there: memory stays flat, whatever the depth. */
export const rowLimit = 2_000
/** Fewer than the limit, so that letting go is seldom: each time what is read moves in the page. */
export const rowsKept = 1_400
/** Where new rows come in, nobody is further down: they are read again by who goes there. */
export const newestLimit = 500
export const newestKept = 400
/** More rows that wait are only counted, and read when they are wanted. */
export const heldLimit = 500

/** @param fresh rows newer than all that were seen, newest first */
export function admit(list: ListModel, fresh: Rows): ListModel {
  const [newest] = fresh
  if (newest === undefined) return list
  const seen = { ...list, newestSeen: Math.max(list.newestSeen, newest.rowId) }
  if (!list.isHolding && !list.hasNewer) return keepNewest({ ...seen, rows: [...fresh, ...list.rows] })
  const heldCount = list.heldCount + fresh.length
  if (list.hasNewer) return { ...seen, heldCount }
  const held = [...fresh, ...list.held]
  return held.length <= heldLimit
    ? { ...seen, held, heldCount }
    : withMatches({ ...seen, held: [], heldCount, hasNewer: true })
}

/**
 * Lets go of the rows that are farthest from the one that is read, where there are too many.
 * @param rowId where the list is read; null at its top
 */
export function keepNear(list: ListModel, rowId: number | null): ListModel {
  const { rows } = list
  if (rows.length <= rowLimit) return list
  const at = rowId === null ? 0 : rows.findIndex((row) => row.rowId <= rowId)
  const middle = at === -1 ? rows.length : at
  const first = Math.max(0, Math.min(rows.length - rowsKept, middle - rowsKept / 2))
  const last = first + rowsKept
  const kept = { ...list, rows: rows.slice(first, last), hasOlder: list.hasOlder || last < rows.length }
  if (first === 0) return withMatches(kept)
  const newerCount = list.newerCount === null ? null : list.newerCount + first
  return withMatches({ ...kept, hasNewer: true, newerCount, held: [] })
}

function keepNewest(list: ListModel): ListModel {
  if (list.rows.length <= newestLimit) return list
  return withMatches({ ...list, rows: list.rows.slice(0, newestKept), hasOlder: true })
}

/** Of the rows that are there, and no others. */
function withMatches(list: ListModel): ListModel {
  if (list.matches.size === 0) return list
  const there = [...list.rows, ...list.held].flatMap(({ rowId }) => {
    const matches = list.matches.get(rowId)
    return matches === undefined ? [] : [[rowId, matches] as const]
  })
  return { ...list, matches: new Map(there) }
}

export const hold = (list: ListModel): ListModel => (list.isHolding ? list : { ...list, isHolding: true })

/** Lets what was held into the list. Below a hole it goes on holding: its top is not the top of all. */
export function release(list: ListModel): ListModel {
  if (!list.isHolding || list.hasNewer) return list
  const rows = list.held.length === 0 ? list.rows : [...list.held, ...list.rows]
  return keepNewest({ ...list, isHolding: false, rows, held: [], heldCount: 0 })
}

/**
 * The place of a row in the whole list.
 * @param total of the whole list; null where that is not known
 * @returns from 1; null where it is not known
 */
export function positionOf(list: ListModel, index: number, total: number | null): number | null {
  if (list.newerCount !== null) return list.newerCount + list.heldCount + index + 1
  if (total === null || list.hasOlder) return null
  return Math.max(1, total - (list.rows.length - 1 - index))
}
