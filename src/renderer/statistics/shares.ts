/** The counts as shares of a whole, for bars. */
import type { Counts } from '../../contract/snapshot.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification.ts'

export type Shares = Readonly<Record<NotificationType, number>>

/** @returns each type's share of the total, from 0 to 1; all zero when there is nothing */
export function typeShares(counts: Counts): Shares {
  const total = notificationTypes.reduce((sum, type) => sum + counts[type].total, 0)
  const share = (type: NotificationType): number => (total === 0 ? 0 : counts[type].total / total)
  return { info: share('info'), warning: share('warning'), error: share('error'), success: share('success') }
}
