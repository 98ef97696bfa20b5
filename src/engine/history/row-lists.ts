/** Lists whose order is the key itself, read at once on the main loop. Not: those that need the index (`search/`). */
import type { DatabaseSync } from 'node:sqlite'
import type { NotificationRow } from '../../contract/notification-row.ts'
import { quietFates } from '../toasts/toast-fate.ts'
import type { FrameShapes } from './frame-shape.ts'
import { type Direction, type Listed, type RowPage, toListed } from './row-page.ts'
import { rowColumns, rowJoins, toNotificationRow } from './stored-row.ts'

export type ListName = 'all' | 'unread' | 'pinned'

export type RowLists = {
  page(list: ListName, page: RowPage): Listed<NotificationRow>
  /** The newest first. */
  newest(limit: number): readonly NotificationRow[]
  newestUnread(limit: number): readonly NotificationRow[]
  /** Of the unread ones newer than `afterRowId`: those that came while toasts were held back, newest first. */
  heldBack(afterRowId: number, limit: number): readonly NotificationRow[]
}

/** More than a page of the window has. */
const rowsAtOnce = 64

/** The partial indexes of migrations.ts are in the order of the key: named, since SQLite may take the whole table. */
const unreadTable = 'notifications AS n INDEXED BY unread_notifications'
const isUnread = `n.read_at IS NULL AND n.deletion_id IS NULL AND NOT EXISTS (
  SELECT 1 FROM read_jobs AS j WHERE j.acknowledgement_id IS NULL AND n.row_id < j.before_row_id)`
const lists = {
  all: { table: 'notifications AS n', condition: 'n.deletion_id IS NULL' },
  unread: { table: unreadTable, condition: isUnread },
  pinned: {
    table: 'notifications AS n INDEXED BY pinned_notifications',
    condition: 'n.pinned_at IS NOT NULL AND n.deletion_id IS NULL',
  },
} as const satisfies Readonly<Record<ListName, { readonly table: string; readonly condition: string }>>
const heldBackList = {
  table: unreadTable,
  condition: `${isUnread} AND n.toast_fate IN (${Object.values(quietFates).join(', ')})`,
}

const endless = Number.MAX_SAFE_INTEGER

export function createRowLists(database: DatabaseSync, shapes: FrameShapes): RowLists {
  const statementsOf = ({ table, condition }: { readonly table: string; readonly condition: string }) => {
    const select = `SELECT ${rowColumns} FROM ${table} ${rowJoins}
      WHERE n.row_id BETWEEN ? AND ? AND ${condition} ORDER BY n.row_id`
    return {
      newest: database.prepare(`${select} DESC LIMIT ?`),
      oldest: database.prepare(`${select} ASC LIMIT ?`),
      any: database.prepare(`SELECT 1 FROM ${table} WHERE n.row_id BETWEEN ? AND ? AND ${condition} LIMIT 1`),
    }
  }
  type Statements = ReturnType<typeof statementsOf>
  const statements: Readonly<Record<ListName, Statements>> = {
    all: statementsOf(lists.all),
    unread: statementsOf(lists.unread),
    pinned: statementsOf(lists.pinned),
  }
  const held = statementsOf(heldBackList)

  /** In short reads: a frame may have a megabyte, and a page 500 of them. */
  function read(
    list: Statements,
    direction: Direction,
    bounds: { readonly first: number; readonly last: number },
    limit: number,
  ): NotificationRow[] {
    const rows: NotificationRow[] = []
    for (let { first, last } = bounds; rows.length < limit; ) {
      const wanted = Math.min(rowsAtOnce, limit - rows.length)
      const found = list[direction].all(first, last, wanted)
      for (const row of found) rows.push(toNotificationRow(row, shapes))
      if (found.length < wanted) break
      const reached = rows.at(-1)?.rowId ?? 0
      if (direction === 'newest') last = reached - 1
      else first = reached + 1
    }
    return rows
  }

  const newestOf = (list: Statements, limit: number, first = 1): NotificationRow[] =>
    read(list, 'newest', { first, last: endless }, limit)

  return {
    page(name, page) {
      const list = statements[name]
      const { direction, from, limit } = page
      const isDown = direction === 'newest'
      const beyond = isDown
        ? { first: 1, last: from === null ? endless : from - 1 }
        : { first: from === null ? 1 : from + 1, last: endless }
      // One more than asked for tells whether there are more.
      const found = read(list, direction, beyond, limit + 1)
      const behind = isDown ? [beyond.last + 1, endless] : [1, beyond.first - 1]
      const hasBehind = from !== null && list.any.get(...behind) !== undefined
      return toListed(page, found, hasBehind)
    },
    newest: (limit) => newestOf(statements.all, limit),
    newestUnread: (limit) => newestOf(statements.unread, limit),
    heldBack: (afterRowId, limit) => newestOf(held, limit, afterRowId + 1),
  }
}
