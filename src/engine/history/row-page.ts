/** A page of rows by their ids: which one is asked for, and how it is handed over. Not: how it is read. */
import { Refusal } from '../../contract/refusal.ts'

/** `newest`: from new to old, as people read the list. */
export type Direction = 'oldest' | 'newest'

export type RowPage = {
  readonly direction: Direction
  /** The nearest rows beyond this one, in the direction; null for the first page. */
  readonly from: number | null
  readonly limit: number
}

/** Newest first, whatever the direction of the page was. */
export type Listed<Row> = {
  readonly rows: readonly Row[]
  /** Beyond the page's ends. */
  readonly hasOlder: boolean
  readonly hasNewer: boolean
}

type AskedPage = { readonly beforeRowId?: number; readonly afterRowId?: number; readonly limit: number }

/** @throws Refusal `bad-input` where two ends are given */
export function toRowPage({ beforeRowId, afterRowId, limit }: AskedPage): RowPage {
  if (afterRowId === undefined) return { direction: 'newest', from: beforeRowId ?? null, limit }
  if (beforeRowId !== undefined) {
    throw new Refusal('bad-input', 'A page lies before one row or after one: give beforeRowId or afterRowId.')
  }
  return { direction: 'oldest', from: afterRowId, limit }
}

/**
 * @param found in the direction of the page; one more than its limit where there are more
 * @param hasBehind whether there are rows on the near side, that of `from`
 */
export function toListed<Row>(page: RowPage, found: readonly Row[], hasBehind: boolean): Listed<Row> {
  const hasBeyond = found.length > page.limit
  const rows = found.slice(0, page.limit)
  return page.direction === 'newest'
    ? { rows, hasOlder: hasBeyond, hasNewer: hasBehind }
    : { rows: rows.reverse(), hasOlder: hasBehind, hasNewer: hasBeyond }
}
