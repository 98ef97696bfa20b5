/** Which rows are picked, to do something with all of them. Pure. Not: the row that the reader stands on. */
import type { Rows } from './list-model.ts'

export type Picks = {
  readonly rowIds: ReadonlySet<number>
  /** What was picked before the range that grows and shrinks now. */
  readonly before: ReadonlySet<number>
  /** Where that range begins; null where none was begun. */
  readonly from: number | null
  /** The snooze menu of the bar is to open. */
  readonly isSnoozeWanted: boolean
}

const none: ReadonlySet<number> = new Set()
export const noPicks: Picks = { rowIds: none, before: none, from: null, isSnoozeWanted: false }

export const isPicking = ({ rowIds }: Picks): boolean => rowIds.size > 0

/** Picks one row, or lets go of it. A range then begins there. */
export function togglePick(picks: Picks, rowId: number): Picks {
  const rowIds = new Set(picks.rowIds)
  if (!rowIds.delete(rowId)) rowIds.add(rowId)
  return { ...picks, rowIds, before: rowIds, from: rowId }
}

/** Begins a range where none was begun: the row is picked. */
export const beginRange = (picks: Picks, rowId: number): Picks =>
  picks.from === null ? { ...picks, from: rowId } : picks

/** Picks the loaded rows from where the range begins to this one, and lets go of those that it covered before. */
export function pickTo(picks: Picks, rows: Rows, rowId: number): Picks {
  const from = picks.from ?? rowId
  const [low, high] = [Math.min(from, rowId), Math.max(from, rowId)]
  const range = rows.flatMap((row) => (row.rowId >= low && row.rowId <= high ? [row.rowId] : []))
  return { ...picks, from, rowIds: new Set([...picks.before, ...range]) }
}

export function pickAll(rows: Rows): Picks {
  const rowIds = new Set(rows.map(({ rowId }) => rowId))
  return { ...noPicks, rowIds, before: rowIds }
}

/** These rows are gone. @returns the same picks when none of them was picked */
export function withoutRows(picks: Picks, gone: readonly number[]): Picks {
  if (!gone.some((rowId) => picks.rowIds.has(rowId))) return picks
  const left = new Set(picks.rowIds)
  for (const rowId of gone) left.delete(rowId)
  return left.size === 0 ? noPicks : { ...picks, rowIds: left, before: left }
}
