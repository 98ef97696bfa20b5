/** What a list's filter means for a row and for the counts. The engine filters by the same words. */
import type { Filter } from '../../contract/commands.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Counts } from '../../contract/snapshot.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'

export const noFilter: Filter = {}

export const isFiltering = (filter: Filter): boolean =>
  filter.type !== undefined || filter.isUnread !== undefined || filter.isPinned !== undefined

export const isSameFilter = (one: Filter, other: Filter): boolean =>
  one.type === other.type && one.isUnread === other.isUnread && one.isPinned === other.isPinned

export function matchesFilter(row: NotificationRow, filter: Filter): boolean {
  if (filter.type !== undefined && row.type !== filter.type) return false
  if (filter.isPinned !== undefined && filter.isPinned !== (row.pinnedAt !== null)) return false
  return filter.isUnread === undefined || filter.isUnread === (row.readAt === null)
}

/** How many notifications of the whole history a filter by type and read state lets through. */
export function countMatching(counts: Counts, filter: Omit<Filter, 'isPinned'>): number {
  const types: readonly NotificationType[] = filter.type === undefined ? notificationTypes : [filter.type]
  return types.reduce((sum, type) => {
    const { total, unread } = counts[type]
    if (filter.isUnread === undefined) return sum + total
    return sum + (filter.isUnread ? unread : total - unread)
  }, 0)
}

type Known = { readonly counts: Counts; readonly pinnedCount: number }

/** As `countMatching`, for any filter. @returns null where nobody counts that: pinned ones are counted as a whole */
export function countInList({ counts, pinnedCount }: Known, filter: Filter): number | null {
  const { isPinned, ...byState } = filter
  if (isPinned === undefined) return countMatching(counts, byState)
  if (isFiltering(byState)) return null
  return isPinned ? pinnedCount : countMatching(counts, noFilter) - pinnedCount
}

/** The filter with its type chosen, or with none when it was that type already. */
export function toggleType(filter: Filter, type: NonNullable<Filter['type']>): Filter {
  const { type: chosen, ...rest } = filter
  return chosen === type ? rest : { ...rest, type }
}
