export const announcements = {
  'announcements.arrived': '{count, plural, one {# new notification} other {# new notifications}}: {types}',
  'announcements.error': '{count, plural, one {# error} other {# errors}}',
  'announcements.warning': '{count, plural, one {# warning} other {# warnings}}',
  'announcements.info': '{count, plural, one {# info} other {# info}}',
  'announcements.success': '{count, plural, one {# success} other {# success}}',
  'announcements.and': '{first}, {rest}',
} as const
