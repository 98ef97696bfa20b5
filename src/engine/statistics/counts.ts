/** Counts by type and read state: a table kept in the same transaction as the rows, never a scan. */
import type { DatabaseSync } from 'node:sqlite'
import type { Counts } from '../../contract/snapshot.ts'
import { isNotificationType, type NotificationType } from '../../protocol/notification.ts'

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
      for (const row of select.all()) {
        const type = row['type']
        if (isNotificationType(type))
          counts[type] = { total: Number(row['total']), unread: Number(row['unread']) }
      }
      return counts
    },
    apply(changes) {
      for (const { type, total, unread } of sumByType(changes)) update.run(total, unread, type)
    },
    clearUnread: () => void clear.run(),
  }
}

function sumByType(changes: readonly CountChange[]): Iterable<CountChange> {
  const sums = new Map<NotificationType, CountChange>()
  for (const { type, total, unread } of changes) {
    const sum = sums.get(type)
    sums.set(type, { type, total: (sum?.total ?? 0) + total, unread: (sum?.unread ?? 0) + unread })
  }
  return sums.values()
}
