/** Which rows begin a day. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { dayLabel, startOfDay } from '../time/day-label.ts'

/** @returns the day's name when this row is the first of its day in the list, else null */
export function dayStartingAt(
  i18n: I18n,
  rows: readonly NotificationRow[],
  index: number,
  nowMs: number,
): string | null {
  const row = rows[index]
  if (row === undefined) return null
  const above = rows[index - 1]
  const isFirst = above === undefined || startOfDay(above.receivedAt) !== startOfDay(row.receivedAt)
  return isFirst ? dayLabel(i18n, row.receivedAt, nowMs) : null
}
