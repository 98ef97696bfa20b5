import type { Translation } from '../catalogue.ts'
import type { notices as english } from '../en/notices.ts'

export const notices: Translation<typeof english> = {
  'notices.title': 'Hinweise',
  'notices.gone': 'Tocsin läuft nicht. Mit {command} wieder starten; diese Seite kommt von selbst zurück.',
  'notices.gone.long':
    'Tocsin läuft nicht. Mit {command} wieder starten; diese Seite kommt von selbst zurück, oder die von Tocsin ausgegebene Adresse öffnen.',
  'notices.waiting': '{problem} Wartet auf das Speichern: {count, number}.',
  'notices.dismiss': 'Schließen',
}
