/** Where the list is read: the row at its top, and how much of it is above. Not: getting back there (use-list-anchor.ts). */
import type { ListModel } from './list-model.ts'

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

export type AnchorPlace =
  | { readonly kind: 'here'; readonly index: number; readonly offsetPx: number }
  /** In a part of the list that was not read. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'nowhere' }

type Part = Pick<ListModel, 'rows' | 'hasOlder' | 'hasNewer'>

/** A row that is gone has its place taken by the next older one. */
export function findAnchor({ rows, hasOlder, hasNewer }: Part, anchor: NonNullable<Anchor>): AnchorPlace {
  const index = rows.findIndex((row) => row.rowId <= anchor.rowId)
  const found = rows[index]
  if (found === undefined) return { kind: hasOlder ? 'elsewhere' : 'nowhere' }
  if (found.rowId === anchor.rowId) return { kind: 'here', index, offsetPx: anchor.offsetPx }
  return index === 0 && hasNewer ? { kind: 'elsewhere' } : { kind: 'here', index, offsetPx: 0 }
}
