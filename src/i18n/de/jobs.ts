import type { Translation } from '../catalogue.ts'
import type { jobs as english } from '../en/jobs.ts'

export const jobs: Translation<typeof english> = {
  'jobs.title': 'Fortschritt',
  'jobs.cancel': 'Abbrechen',
  'jobs.undo': 'Rückgängig',
  'jobs.dismiss': 'Schließen',
  'jobs.doing.mark-as-read': 'Wird als gelesen markiert …',
  'jobs.doing.delete': 'Wird gelöscht …',
  'jobs.doing.undo': 'Wird wiederhergestellt …',
  'jobs.doing.export': 'Wird exportiert …',
  'jobs.doing.import': 'Wird importiert …',
  'jobs.doing.index': 'Die Suche wird vorbereitet …',
  'jobs.failed.mark-as-read': 'Nicht alles wurde als gelesen markiert.',
  'jobs.failed.delete': 'Nicht alles wurde gelöscht.',
  'jobs.failed.undo': 'Nicht alles wurde wiederhergestellt.',
  'jobs.failed.export': 'Der Export ist fehlgeschlagen.',
  'jobs.failed.import': 'Der Import ist fehlgeschlagen.',
  'jobs.failed.index': 'Die Suche konnte nicht vorbereitet werden.',
  'jobs.deleted': '{count, plural, one {Benachrichtigung gelöscht.} other {# Benachrichtigungen gelöscht.}}',
  'jobs.exported': '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} exportiert.',
  'jobs.exported.to':
    '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} nach {file} exportiert.',
  'jobs.imported': '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} importiert.',
  'jobs.imported.from':
    '{count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} aus {file} importiert.',
  'jobs.progress': '{done} von {total}',
  'jobs.export.these.jsonl': 'Diese als JSON Lines exportieren',
  'jobs.export.these.csv': 'Diese als CSV exportieren',
  'jobs.export.all.jsonl': 'Alle als JSON Lines exportieren',
  'jobs.export.all.csv': 'Alle als CSV exportieren',
}
