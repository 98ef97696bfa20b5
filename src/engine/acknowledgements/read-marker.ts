/** Marking as read: at once here, and into the outbox for the server, in one transaction with the counts. */
import type { DatabaseSync } from 'node:sqlite'
import type { AcknowledgementState } from '../../contract/notification-row.ts'
import { inTransaction } from '../history/database.ts'
import type { History, MarkedRow } from '../history/history.ts'
import type { CountsTable } from '../statistics/counts.ts'
import type { Outbox } from './outbox.ts'

export type MarkedGroup = {
  readonly rowIds: readonly number[]
  readonly acknowledgement: Extract<AcknowledgementState, 'local' | 'pending'>
}

export type ReadMarker = {
  /** With each row, every unread row of the same source and id (spec.md, fact 1). Unknown and read rows are skipped. */
  markRows(rowIds: readonly number[], readAt: number): readonly MarkedGroup[]
  /** @returns how many rows were unread, and the newest row that is covered */
  markAll(readAt: number): { readonly markedCount: number; readonly upToRowId: number }
}

export type ReadMarkerDeps = {
  readonly database: DatabaseSync
  readonly history: History
  readonly outbox: Outbox
  readonly counts: CountsTable
}

export function createReadMarker({ database, history, outbox, counts }: ReadMarkerDeps): ReadMarker {
  const newest = database.prepare('SELECT max(row_id) AS row_id FROM notifications')
  const acknowledgeAll = database.prepare(
    `INSERT INTO acknowledgements (source_id, wire_id, state, requested_at)
     SELECT n.source_id, n.wire_id, 'pending', ? FROM notifications AS n
     WHERE n.read_at IS NULL AND n.wire_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM acknowledgements AS a
       WHERE a.source_id = n.source_id AND a.wire_id = n.wire_id AND a.state = 'pending')
     GROUP BY n.source_id, n.wire_id ORDER BY min(n.row_id)`,
  )
  const markAll = database.prepare(
    `UPDATE notifications SET read_at = ?, acknowledgement_id = (
       SELECT a.acknowledgement_id FROM acknowledgements AS a
       WHERE a.source_id = notifications.source_id AND a.wire_id = notifications.wire_id AND a.state = 'pending')
     WHERE read_at IS NULL`,
  )

  function markOne(rowId: number, readAt: number): MarkedGroup & { readonly marked: readonly MarkedRow[] } {
    const row = history.findUnread(rowId)
    if (row === null) return { rowIds: [], marked: [], acknowledgement: 'local' }
    if (row.wireId === null) {
      const marked = history.markReadLocally(rowId, readAt)
      return { rowIds: [rowId], marked, acknowledgement: 'local' }
    }
    const acknowledgementId = outbox.add(row.sourceId, row.wireId, readAt)
    const marked = history.markReadByWireId(row.sourceId, row.wireId, readAt, acknowledgementId)
    return { rowIds: marked.map((each) => each.rowId), marked, acknowledgement: 'pending' }
  }

  return {
    markRows(rowIds, readAt) {
      return inTransaction(database, () => {
        const groups = rowIds
          .map((rowId) => markOne(rowId, readAt))
          .filter((group) => group.rowIds.length > 0)
        counts.apply(
          groups.flatMap((group) => group.marked).map(({ type }) => ({ type, total: 0, unread: -1 })),
        )
        return groups.map(({ rowIds, acknowledgement }) => ({ rowIds, acknowledgement }))
      })
    },
    markAll(readAt) {
      return inTransaction(database, () => {
        acknowledgeAll.run(readAt)
        const markedCount = Number(markAll.run(readAt).changes)
        counts.clearUnread()
        return { markedCount, upToRowId: Number(newest.get()?.['row_id'] ?? 0) }
      })
    },
  }
}
