import type { Translation } from '../catalogue.ts'
import type { engineTest as english } from '../en/engine-test.ts'

export const engineTest: Translation<typeof english> = {
  'engine-test.title': 'Testbenachrichtigung',
  'engine-test.message': 'Tocsin hat sich dies um {time} selbst gesendet.',
  'engine-test.received':
    'Ein Frame wurde als Info-Benachrichtigung gelesen, als hätte ihn der Server gesendet.',
  'engine-test.stored': 'Sie ist im Verlauf gespeichert.',
  'engine-test.not-stored': 'Sie wurde nicht innerhalb von zehn Sekunden gespeichert.',
  'engine-test.silent': 'Es wurde kein Toast gezeigt.',
  'engine-test.digest': 'Sie wird in einem Toast für mehrere gezählt.',
  'engine-test.decided': 'Ein Toast soll gezeigt werden.',
  'engine-test.handed-over': 'Der Toast wurde dem Desktop übergeben.',
  'engine-test.shown': 'Der Desktop meldet, dass er gezeigt wird.',
  'engine-test.unanswered':
    'Der Desktop hat innerhalb von zehn Sekunden nicht gemeldet, ob er gezeigt wurde.',
}
