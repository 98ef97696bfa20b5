/** Counts by type and read state: a table kept in the same transaction as the rows, never a scan. */
import type { DatabaseSync } from 'node:sqlite'
import type { Counts } from '../../contract/snapshot.ts'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { toCode, toType } from '../history/type-code.ts'

export type CountChange = { readonly type: NotificationType; readonly total: number; readonly unread: number }

export type CountsTable = {
  read(): Counts
  /** Must run inside the transaction that changes the rows. */
  apply(changes: readonly CountChange[]): void
  /** Must run inside the transaction that marks every row as read. */
  clearUnread(): void
}

export function createCountsTable(database: DatabaseSync): CountsTable {
  const select = database.prepare('SELECT type, total, unread FROM counts')
  const clear = database.prepare('UPDATE counts SET unread = 0')
  const update = database.prepare('UPDATE counts SET total = total + ?, unread = unread + ? WHERE type = ?')

  return {
    read() {
      const none = { total: 0, unread: 0 }
      const counts = { info: none, warning: none, error: none, success: none }
      for (const { type, total, unread } of select.all()) {
        counts[toType(type)] = { total: Number(total), unread: Number(unread) }
      }
      return counts
    },
    apply(changes) {
      for (const { type, total, unread } of sumByType(changes)) update.run(total, unread, toCode(type))
    },
    clearUnread: () => void clear.run(),
  }
}

export const totalOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, { total }) => sum + total, 0)

/** Summed first: on the way to a sum that is right, a count may pass below zero, which the table refuses. */
function sumByType(changes: readonly CountChange[]): Iterable<CountChange> {
  const sums = new Map<NotificationType, { type: NotificationType; total: number; unread: number }>()
  for (const { type, total, unread } of changes) {
    const sum = sums.get(type)
    if (sum === undefined) {
      sums.set(type, { type, total, unread })
    } else {
      sum.total += total
      sum.unread += unread
    }
  }
  return sums.values()
}
