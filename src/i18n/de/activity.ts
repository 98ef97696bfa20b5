import type { Translation } from '../catalogue.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: Translation<typeof english> = {
  'activity.title': 'Aktivität',
  'activity.empty': 'Bisher ist nichts geschehen.',
  'activity.empty.filtered': 'Bisher ist nichts dieser Art geschehen.',
  'activity.show-all': 'Alles zeigen',
  'activity.detail': 'Zeigen, was kam',
  'activity.kind': 'Art',
  'activity.kind.all': 'Alles',
  'activity.kind.connection': 'Verbindung',
  'activity.kind.system': 'Server',
  'activity.kind.acknowledgement': 'Quittung',
  'activity.kind.rejected': 'Nicht verstanden',
  'activity.kind.settings': 'Einstellungen',
  'activity.kind.toast': 'Toast',
  'activity.kind.storage': 'Speicher',
  'activity.severity': 'Schwere',
  'activity.severity.all': 'Alle',
  'activity.severity.problems': 'Probleme',
  'activity.severity.warning': 'Warnung',
  'activity.severity.error': 'Fehler',
}
