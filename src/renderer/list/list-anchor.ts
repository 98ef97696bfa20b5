/** Where the list is read: the row at its top, and how much of it is above. Not: getting back there (use-list-anchor.ts). */
import type { Rows } from './list-model.ts'

/** Null at the list's very top, where it follows what arrives. */
export type Anchor = { readonly rowId: number; readonly offsetPx: number } | null

export type ListAnchor = {
  /** Where the list stands, or is to stand. */
  read(): Anchor
  /** The list was scrolled. */
  note(anchor: Anchor): void
  /** Something else is to be seen: nobody goes back any more. */
  drop(): void
  /** Grows with each `drop`: who is on the way back sees that it is too late. */
  dropCount(): number
}

/** @param first where it stood when the window was last open */
export function createListAnchor(first: Anchor): ListAnchor {
  let anchor = first
  let drops = 0
  return {
    read: () => anchor,
    note(noted) {
      anchor = noted
    },
    drop() {
      anchor = null
      drops += 1
    },
    dropCount: () => drops,
  }
}

/** How far down the list is read to find the row again. */
export const anchorDepth = 2_500

export type AnchorPlace =
  | { readonly kind: 'here'; readonly index: number; readonly offsetPx: number }
  /** Further down than what was read. */
  | { readonly kind: 'below' }
  /** Too far down, or nothing is there. */
  | { readonly kind: 'nowhere' }

/** @param rows newest first; a row that is gone has its place taken by the next older one */
export function findAnchor(rows: Rows, hasOlder: boolean, anchor: NonNullable<Anchor>): AnchorPlace {
  const index = rows.findIndex((row) => row.rowId <= anchor.rowId)
  if (index === -1) return { kind: hasOlder && rows.length < anchorDepth ? 'below' : 'nowhere' }
  return { kind: 'here', index, offsetPx: rows[index]?.rowId === anchor.rowId ? anchor.offsetPx : 0 }
}
