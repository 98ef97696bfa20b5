/** Deletes the oldest rows: past an age, and past a number. Pinned rows stay. In slices, oldest first. */
import type { DatabaseSync } from 'node:sqlite'
import type { Settings } from '../../contract/settings-table.ts'
import { inTransaction } from '../history/database.ts'
import { toType } from '../history/type-code.ts'
import { type CountsTable, totalOf } from '../statistics/counts.ts'
import { createRowRemover } from './remove-rows.ts'

export const pruneSlice = 200
const dayMs = 24 * 3_600_000

export type KeepingSettings = Pick<Settings, 'retentionDays' | 'retentionCount'>

export type RetentionDeps = {
  readonly database: DatabaseSync
  readonly counts: CountsTable
  /** Inside the same transaction, before these rows are removed. */
  settle(rowIds: readonly number[]): void
}

export type Retention = {
  /** How many rows there are past the number to keep. */
  excess(settings: KeepingSettings): number
  /** Must be called before the slices of a round. */
  begin(): void
  /** @returns the rows that this slice removed, and whether there may be more */
  slice(
    settings: KeepingSettings,
    now: number,
  ): { readonly rowIds: readonly number[]; readonly hasMore: boolean }
}

export function createRetention({ database, counts, settle }: RetentionDeps): Retention {
  const removeRows = createRowRemover(database)
  const oldest = database.prepare(
    `SELECT row_id, type, received_at, read_at, acknowledgement_id FROM notifications
     WHERE row_id > ? AND pinned_at IS NULL AND deletion_id IS NULL ORDER BY row_id LIMIT ${pruneSlice}`,
  )
  /** Pinned rows are left behind: the next slice begins after them. */
  let afterRowId = 0

  const excess = ({ retentionCount }: KeepingSettings): number =>
    retentionCount === 0 ? 0 : Math.max(0, totalOf(counts.read()) - retentionCount)

  function prune(settings: KeepingSettings, now: number): { rowIds: number[]; hasMore: boolean } {
    const since =
      settings.retentionDays === 0 ? Number.NEGATIVE_INFINITY : now - settings.retentionDays * dayMs
    const tooMany = excess(settings)
    const found = oldest.all(afterRowId)
    // Rows lie in the order of arrival: the first that may stay ends it.
    const keptFrom = found.findIndex((row, place) => place >= tooMany && Number(row['received_at']) >= since)
    const rows = keptFrom < 0 ? found : found.slice(0, keptFrom)
    const rowIds = rows.map((row) => Number(row['row_id']))
    settle(rowIds)
    // Settling may have marked rows as read: what is counted is what they are now.
    counts.apply(
      rows.map((row) => ({ type: toType(row['type']), total: -1, unread: isUnread(row) ? -1 : 0 })),
    )
    removeRows(
      rows.map((row) => ({
        rowId: Number(row['row_id']),
        acknowledgementId: row['acknowledgement_id'] === null ? null : Number(row['acknowledgement_id']),
      })),
    )
    afterRowId = rowIds.at(-1) ?? afterRowId
    return { rowIds, hasMore: keptFrom < 0 && found.length === pruneSlice }
  }

  const readNow = database.prepare('SELECT read_at FROM notifications WHERE row_id = ?')
  const isUnread = (row: Readonly<Record<string, unknown>>): boolean =>
    row['read_at'] === null && readNow.get(Number(row['row_id']))?.['read_at'] === null

  return {
    excess,
    begin() {
      afterRowId = 0
    },
    slice: (settings, now) => inTransaction(database, () => prune(settings, now)),
  }
}
