import type { Translation } from '../catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

export const welcome: Translation<typeof english> = {
  'welcome.title': 'Willkommen bei Tocsin',
  'welcome.step': 'Schritt {step, number} von {count, number}',
  'welcome.back': 'Zurück',
  'welcome.next': 'Weiter',
  'welcome.skip': 'Überspringen',
  'welcome.source.title': 'Woher kommen die Benachrichtigungen?',
  'welcome.source.demo': 'Die eingebaute Demo',
  'welcome.source.demo.help':
    'Ein Server in Tocsin erfindet alle paar Sekunden eine Benachrichtigung. Gut für einen ersten Blick; nichts verlässt diesen Computer.',
  'welcome.source.own': 'Meine eigene Adresse',
  'welcome.source.own.help':
    'Die Adresse eines Notification-WebSocket-Endpunkts, etwa wss://example.com/ws/notify.',
  'welcome.source.address': 'Adresse',
  'welcome.source.test': 'Adresse prüfen',
  'welcome.source.testing': 'Wird geprüft, bis zu 30 Sekunden …',
  'welcome.source.cancel': 'Abbrechen',
  'welcome.source.good': 'Die Adresse funktioniert: Tocsin hat sich verbunden und etwas von ihr gehört.',
  'welcome.source.quiet':
    'Die Adresse antwortet, es kam aber noch nichts von ihr. Sie kann verwendet werden.',
  'welcome.source.cancelled': 'Die Prüfung wurde beendet. Nichts wurde geändert.',
  'welcome.source.use-anyway': 'Trotzdem verwenden',
  'welcome.toasts.title': 'Toasts auf dem Bildschirm',
  'welcome.toasts.help':
    'Jede neue Benachrichtigung erscheint auch kurz auf dem Bildschirm, auch bei geschlossenem Fenster. Ausprobieren:',
  'welcome.toasts.page':
    'Jede neue Benachrichtigung erscheint auch kurz auf dem Bildschirm, solange diese Seite offen ist und der Browser es erlaubt.',
  'welcome.done.title': 'Alles bereit',
  'welcome.done.read': 'Als gelesen markieren sagt es dem Server: eine Quittung, die der Server bestätigt.',
  'welcome.done.keys': 'Alles geht mit der Tastatur: ? zeigt die Tasten.',
  'welcome.done.tray': 'Nach dem Schließen des Fensters läuft Tocsin im Infobereich weiter.',
  'welcome.done.page': 'Tocsin empfängt auch bei geschlossener Seite, solange das Programm läuft.',
  'welcome.done.start': 'Benachrichtigungen zeigen',
}
