/** The tabs of the narrow layout, in their order. */

export const tabNames = ['notifications', 'statistics', 'activity'] as const
export type TabName = (typeof tabNames)[number]

export const tabWords = {
  notifications: 'Notifications',
  statistics: 'Statistics',
  activity: 'Activity',
} as const satisfies Readonly<Record<TabName, string>>
