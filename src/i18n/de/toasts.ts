import type { Translation } from '../catalogue.ts'
import type { toasts as english } from '../en/toasts.ts'

export const toasts: Translation<typeof english> = {
  'toasts.allow': 'Toasts erlauben',
  'toasts.not-now': 'Jetzt nicht',
  'toasts.permission.ask':
    'Tocsin kann jede neue Benachrichtigung auf dem Bildschirm zeigen, solange diese Seite offen ist.',
  'toasts.permission.not-asked': 'Der Browser wurde noch nicht gefragt.',
  'toasts.permission.denied':
    'Der Browser verbietet sie für diese Seite. Zum Einschalten auf das Symbol links neben der Adresse klicken und Benachrichtigungen erlauben.',
  'toasts.permission.unsupported': 'Dieser Browser kann sie nicht zeigen.',
  'toasts.outcome.not-allowed':
    'Der Browser zeigt für diese Seite keine Toasts: Benachrichtigungen für sie erlauben.',
  'toasts.outcome.not-shown':
    'Der Browser hat den Toast nicht gezeigt: nachsehen, ob der Computer ihm Benachrichtigungen erlaubt.',
  'toasts.action.open': 'Öffnen',
  'toasts.action.mark-as-read': 'Als gelesen markieren',
}
