import type { Translation } from '../catalogue.ts'
import type { announcements as english } from '../en/announcements.ts'

export const announcements: Translation<typeof english> = {
  'announcements.arrived':
    '{count, plural, one {# neue Benachrichtigung} other {# neue Benachrichtigungen}}: {types}',
  'announcements.error': '{count, plural, one {# Fehler} other {# Fehler}}',
  'announcements.warning': '{count, plural, one {# Warnung} other {# Warnungen}}',
  'announcements.info': '{count, plural, one {# Info} other {# Infos}}',
  'announcements.success': '{count, plural, one {# Erfolg} other {# Erfolge}}',
  'announcements.and': '{first}, {rest}',
}
