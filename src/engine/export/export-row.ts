/** One notification on its way into an export: all that any format writes of it. */
import type { NotificationDetail } from '../../contract/notification-row.ts'

export type ExportRow = {
  /** Nothing cut, with the frame as it came. */
  readonly detail: NotificationDetail
  /** The address of the source that sent it. */
  readonly source: string
}

/** ISO 8601, UTC, with milliseconds. */
export const toIsoTime = (atMs: number): string => new Date(atMs).toISOString()

export const toIsoTimeOrNull = (atMs: number | null): string | null =>
  atMs === null ? null : toIsoTime(atMs)
