/**
 * How many notifications are pinned. Counted once at the start, then kept: in a table of this connection alone, in
 * memory, so that it follows the transactions that change the rows, also where they are rolled back.
 */
import type { DatabaseSync } from 'node:sqlite'

export type PinnedCount = {
  read(): number
  /** Must run inside the transaction that pins, unpins, hides or brings back so many. */
  add(change: number): void
}

export const countPinnedSql = `SELECT count(*) FROM notifications INDEXED BY pinned_notifications
  WHERE pinned_at IS NOT NULL AND deletion_id IS NULL`

export function createPinnedCount(database: DatabaseSync): PinnedCount {
  database.exec(`
    CREATE TEMP TABLE pinned_count (number INTEGER NOT NULL CHECK (number >= 0)) STRICT;
    INSERT INTO pinned_count ${countPinnedSql}`)
  const select = database.prepare('SELECT number FROM pinned_count')
  const update = database.prepare('UPDATE pinned_count SET number = number + ?')
  return {
    read: () => Number(select.get()?.['number']),
    add(change) {
      if (change !== 0) update.run(change)
    },
  }
}
