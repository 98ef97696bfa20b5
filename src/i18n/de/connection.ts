import type { Translation } from '../catalogue.ts'
import type { connection as english } from '../en/connection.ts'

export const connection: Translation<typeof english> = {
  'connection.connect': 'Verbinden',
  'connection.disconnect': 'Trennen',
  'connection.title': 'Verbindung',
  'connection.connected': 'Verbunden',
  'connection.connecting': 'Verbindet',
  'connection.reconnecting': 'Verbindet erneut',
  'connection.disconnected': 'Getrennt',
  'connection.silent': 'aber still seit {time}',
  'connection.host-gone': 'Tocsin läuft nicht',
  'connection.to-host': 'mit Tocsin',
  'connection.built-in': 'eingebauter Server',
  'connection.unusable': 'keine brauchbare Quelle',
  'connection.state': 'Zustand',
  'connection.state.unknown': 'Nicht bekannt, solange Tocsin nicht läuft.',
  'connection.since': 'Seit',
  'connection.last-heard': 'Zuletzt gehört',
  'connection.not-yet': 'noch nicht',
  'connection.next': 'Nächster Versuch',
  'connection.attempt': 'Versuch',
  'connection.address': 'Adresse',
  'connection.token': 'Zugangsschlüssel',
  'connection.token.kept': 'Hinterlegt, wird mit jeder Verbindung gesendet',
  'connection.retry': 'Jetzt versuchen',
  'connection.lost': 'Die Verbindung ging verloren.',
  'connection.trying': 'Neuer Versuch …',
  'connection.next-in': 'Nächster Versuch in {seconds} s.',
  'connection.in-seconds': 'in {seconds} s',
  'connection.next.now': 'jetzt',
  'connection.frequency': 'Frequenz',
  'connection.frequency.every': '{seconds, plural, one {jede Sekunde} other {alle # Sekunden}}',
  'connection.frequency.help':
    'Wie lange der Server ungefähr zwischen zwei Benachrichtigungen wartet. Eine Änderung wird sofort gesendet, ohne neue Verbindung, und mit jeder späteren noch einmal. Der Server darf sie als Wunsch verstehen.',
  'connection.frequency.hour':
    'Das sind etwa {count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} in der Stunde.',
  'connection.source': 'Quelle',
  'connection.source.built-in': 'Eingebauter Server',
  'connection.source.help':
    'Die Adresse eines Notification-WebSocket-Endpunkts, ws:// oder wss://. Leer: der in Tocsin eingebaute Server.',
  'connection.source.override':
    'Dieser Lauf nutzt eine andere Adresse, von der Kommandozeile. Eine hier gespeicherte tritt an ihre Stelle.',
  'connection.source.invalid':
    'Die Adresse einer Quelle beginnt mit ws:// oder wss://, wie wss://example.org.',
  'connection.source.fragment': 'Eine Adresse kann keinen Teil nach # haben: bitte weglassen.',
  'connection.send': 'Selbst eine senden',
  'connection.send.help': 'Jedes Programm auf diesem Computer kann hierher eine Benachrichtigung senden.',
  'connection.send.example': 'Backup fertig',
  'connection.send.copy': 'Befehl kopieren',
  'connection.client-id': 'Client-Kennung',
  'connection.client-id.help':
    'Unter diesem Namen kennt der Server dieses Tocsin. Nur ändern, wenn eine andere vorgegeben ist.',
  'connection.client-id.empty': 'Die Client-Kennung darf nicht leer sein.',
  'connection.client-id.dots':
    'Die Client-Kennung kann nicht „{id}“ sein: Keine Webadresse kann sie enthalten.',
  'connection.too-long': 'Das ist zu lang, um gespeichert zu werden.',
  'connection.change': 'Ändern',
  'connection.change.what': 'Ändern: {what}',
  'connection.save': 'Speichern',
  'connection.cancel': 'Abbrechen',
  'connection.test': 'Diese Adresse testen',
}
