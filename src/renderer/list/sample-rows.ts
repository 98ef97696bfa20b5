/** Made-up rows and counts for tests. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Change, Counts } from '../../contract/snapshot.ts'

export const sampleRow = (rowId: number, changes: Partial<NotificationRow> = {}): NotificationRow => ({
  rowId,
  type: 'info',
  foreignType: null,
  wireId: `notif_${rowId}`,
  title: `Title ${rowId}`,
  message: 'A message',
  isCut: false,
  timestamp: '2025-11-24T10:00:00.000123',
  receivedAt: rowId * 1_000,
  readAt: null,
  acknowledgement: 'none',
  pinnedAt: null,
  priority: 'low',
  actionRequired: null,
  errorCode: null,
  retryAllowed: null,
  completionTime: null,
  ...changes,
})

/** Rows from one id down to another, newest first. */
export function sampleRows(fromRowId: number, downToRowId: number): NotificationRow[] {
  return Array.from({ length: fromRowId - downToRowId + 1 }, (_, index) => sampleRow(fromRowId - index))
}

export const sampleCounts = (infoTotal: number, infoUnread = infoTotal): Counts => ({
  info: { total: infoTotal, unread: infoUnread },
  warning: { total: 0, unread: 0 },
  error: { total: 0, unread: 0 },
  success: { total: 0, unread: 0 },
})

/** Arrivals, oldest first as the contract has them. */
export const arrival = (...rows: NotificationRow[]): Change => ({
  kind: 'notifications-arrived',
  rows,
  counts: sampleCounts(rows.length),
})

export const deletion = (...rowIds: number[]): Change => ({
  kind: 'notifications-deleted',
  rowIds,
  counts: sampleCounts(0),
})
