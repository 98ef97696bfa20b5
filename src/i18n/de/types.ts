import type { Translation } from '../catalogue.ts'
import type { types as english } from '../en/types.ts'

export const types: Translation<typeof english> = {
  'types.info': 'Info',
  'types.warning': 'Warnung',
  'types.error': 'Fehler',
  'types.success': 'Erfolg',
  'types.priority.low': 'Niedrige Priorität',
  'types.priority.medium': 'Mittlere Priorität',
  'types.priority.high': 'Hohe Priorität',
  'types.action': 'Handlung nötig',
  'types.code': 'Code {code}',
  'types.retry': 'Wiederholung möglich',
  'types.no-retry': 'keine Wiederholung',
  'types.code.retry': 'Code {code} · Wiederholung möglich',
  'types.code.no-retry': 'Code {code} · keine Wiederholung',
  'types.completed': 'Erledigt in {duration}',
}
