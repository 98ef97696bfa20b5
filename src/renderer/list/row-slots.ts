/**
 * Which rows of the page stand for which rows of the list. A row that comes where one has gone takes its place in the
 * page: to change what a place shows costs half of what a new place does. Pure. Places never change their order, since
 * moving one costs as much as making it.
 */

/** Places by row id, in the order of the list. */
export type RowSlots = ReadonlyMap<number, number>

export const noSlots: RowSlots = new Map()

/**
 * @param rowIds the rows to be shown, in the order of the list
 * @param keptRowId nobody takes its place: it has the focus, which is not to be handed on; null for none
 * @returns the same slots for rows that stay; the same object where nothing changes
 */
export function assignSlots(before: RowSlots, rowIds: readonly number[], keptRowId: number | null): RowSlots {
  if (isSame(before, rowIds)) return before
  const staying = new Set(rowIds.filter((rowId) => before.has(rowId)))
  const free = freeBetween(before, staying, keptRowId)
  let gap = 0
  let next = Math.max(-1, ...before.values()) + 1
  const slots = new Map<number, number>()
  for (const rowId of rowIds) {
    const own = before.get(rowId)
    if (own !== undefined) gap += 1
    slots.set(rowId, own ?? free[gap]?.shift() ?? next++)
  }
  return slots
}

/** Slots of rows that have gone: above the first that stays, between two of them, below the last. */
function freeBetween(before: RowSlots, staying: ReadonlySet<number>, keptRowId: number | null): number[][] {
  const gaps: number[][] = [[]]
  for (const [rowId, slot] of before) {
    if (staying.has(rowId)) gaps.push([])
    else if (rowId !== keptRowId) gaps.at(-1)?.push(slot)
  }
  return gaps
}

function isSame(before: RowSlots, rowIds: readonly number[]): boolean {
  if (before.size !== rowIds.length) return false
  let at = 0
  for (const rowId of before.keys()) if (rowId !== rowIds[at++]) return false
  return true
}
