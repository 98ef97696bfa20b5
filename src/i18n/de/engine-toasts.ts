import type { Translation } from '../catalogue.ts'
import type { engineToasts as english } from '../en/engine-toasts.ts'

export const engineToasts: Translation<typeof english> = {
  'engine-toasts.fate.broke-through': 'Fehler durchbrechen „Nicht stören“.',
  'engine-toasts.fate.digest': 'Mehrere kamen auf einmal.',
  'engine-toasts.fate.late': 'Sie kam mehr als fünf Minuten zu spät.',
  'engine-toasts.fate.switched-off': 'Toasts sind in den Einstellungen ausgeschaltet.',
  'engine-toasts.fate.imported': 'Sie wurde aus einer Datei importiert.',
  'engine-toasts.fate.type-off': 'Toasts dieses Typs sind in den Einstellungen ausgeschaltet.',
  'engine-toasts.fate.low-priority': 'Ihre Priorität ist niedriger, als es die Einstellungen verlangen.',
  'engine-toasts.fate.watched': 'Das Fenster war vorne, mit seiner Liste.',
  'engine-toasts.fate.read-elsewhere': 'Sie war anderswo schon quittiert.',
  'engine-toasts.fate.muted': 'Benachrichtigungen mit diesem Titel sind stummgeschaltet.',
  'engine-toasts.fate.muted-error': 'Benachrichtigungen mit diesem Titel sind stummgeschaltet, auch Fehler.',
  'engine-toasts.fate.do-not-disturb': '„Nicht stören“ war an.',
  'engine-toasts.fate.quiet-hours': 'Sie kam in der Ruhezeit.',
  'engine-toasts.fate.system': '„Nicht stören“ des Computers war an.',
  'engine-toasts.digest.new': '{count, number} neu: {types}',
  'engine-toasts.digest.late': '{count, number} zu spät gekommen: {types}',
  'engine-toasts.digest.snoozed': '{count, number} zurückgestellte sind wieder da: {types}',
  'engine-toasts.digest.quiet-hours': '{count, number} neu in der Ruhezeit: {types}',
  'engine-toasts.digest.do-not-disturb': '{count, number} neu während „Nicht stören“: {types}',
  'engine-toasts.digest.quiet-hours.more': '{count, number} oder mehr neu in der Ruhezeit: {types}',
  'engine-toasts.digest.do-not-disturb.more': '{count, number} oder mehr neu während „Nicht stören“: {types}',
  'engine-toasts.digest.error': '{count, plural, one {# Fehler} other {# Fehler}}',
  'engine-toasts.digest.warning': '{count, plural, one {# Warnung} other {# Warnungen}}',
  'engine-toasts.digest.success': '{count, plural, one {# Erfolg} other {# Erfolge}}',
  'engine-toasts.digest.info': '{count, plural, one {# Info} other {# Infos}}',
  'engine-toasts.digest.and': '{first}, {rest}',
  'engine-toasts.unanswered':
    'Der Desktop hat innerhalb von zehn Sekunden nicht gemeldet, ob ein Toast gezeigt wurde.',
  'engine-toasts.failed': 'Ein Toast konnte nicht gezeigt werden: {cause}',
  'engine-toasts.again': 'Toasts können wieder gezeigt werden.',
  'engine-toasts.no-quit':
    'Tocsin lässt sich von hier nicht beenden: bitte dort beenden, wo es gestartet wurde.',
  'engine-toasts.snooze-limit':
    'Nur {limit, number} Benachrichtigungen können zugleich zurückgestellt sein. Erst einige beenden oder warten, bis einige wieder da sind.',
  'engine-toasts.no-page': 'Keine Seite von Tocsin war offen, um ihn zu zeigen.',
}
