/** What a change does to rows that are there. Pure and idempotent: applying a change twice is applying it once. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Change } from '../../contract/snapshot.ts'

const rowChanges = [
  'notifications-read',
  'notifications-unread',
  'all-read',
  'acknowledgement-changed',
  'pins-changed',
] as const

/** A change that may alter rows that are there already. */
export type RowChange = Extract<Change, { kind: (typeof rowChanges)[number] }>

const kinds: ReadonlySet<string> = new Set(rowChanges)

export const isRowChange = (change: Change): change is RowChange => kinds.has(change.kind)

/** @returns the same object when the change does not concern the row */
export function applyToRow<Row extends NotificationRow>(row: Row, change: RowChange): Row {
  return change.kind === 'all-read' || change.rowIds.includes(row.rowId) ? alter(row, change) : row
}

/** @returns the same array when nothing in it changed */
export function applyToRows(rows: readonly NotificationRow[], change: RowChange): readonly NotificationRow[] {
  // A set makes a thousand acknowledgements over two thousand rows a walk and not a product.
  const concerned = change.kind === 'all-read' ? null : new Set(change.rowIds)
  let changed: NotificationRow[] | null = null
  for (const [index, row] of rows.entries()) {
    if (concerned !== null && !concerned.has(row.rowId)) continue
    const after = alter(row, change)
    if (after === row) continue
    changed ??= [...rows]
    changed[index] = after
  }
  return changed ?? rows
}

/** For a row that the change names, or may name by its bound. */
function alter<Row extends NotificationRow>(row: Row, change: RowChange): Row {
  switch (change.kind) {
    case 'all-read':
      if (row.rowId > change.upToRowId || row.readAt !== null) return row
      // The engine tells each acknowledgement's way afterwards; this is where all of them begin.
      return { ...row, readAt: change.readAt, acknowledgement: row.wireId === null ? 'local' : 'pending' }
    case 'notifications-read':
      return { ...row, readAt: row.readAt ?? change.readAt, acknowledgement: change.acknowledgement }
    case 'notifications-unread':
      return row.readAt === null ? row : { ...row, readAt: null, acknowledgement: 'none' }
    case 'acknowledgement-changed':
      return { ...row, acknowledgement: change.acknowledgement }
    case 'pins-changed':
      return row.pinnedAt === change.pinnedAt ? row : { ...row, pinnedAt: change.pinnedAt }
  }
}
