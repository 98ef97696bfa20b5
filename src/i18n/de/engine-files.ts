import type { Translation } from '../catalogue.ts'
import type { engineFiles as english } from '../en/engine-files.ts'

export const engineFiles: Translation<typeof english> = {
  'engine-files.export.full':
    'Der Datenträger ist voll, daher wurde nichts exportiert. Platz schaffen oder einen anderen Datenträger wählen und noch einmal exportieren.',
  'engine-files.export.forbidden':
    'Tocsin darf nicht in „{folder}“ schreiben, daher wurde nichts exportiert. Bitte einen anderen Ordner wählen.',
  'engine-files.export.no-folder':
    'Den Ordner „{folder}“ gibt es nicht, daher wurde nichts exportiert. Bitte einen anderen Ordner wählen.',
  'engine-files.export.is-folder':
    '„{file}“ ist ein Ordner, daher wurde nichts exportiert. Bitte einen anderen Namen wählen.',
  'engine-files.export.failed':
    'Der Export ist fehlgeschlagen: {reason}. Es wurde nichts exportiert; noch einmal versuchen oder einen anderen Ordner wählen.',
  'engine-files.import.stopped':
    'Der Import endete nach {count, plural, one {# Benachrichtigung} other {# Benachrichtigungen}} ({cause}). Diese bleiben erhalten.',
  'engine-files.import.left-out':
    '{count, plural, one {# Zeile wurde} other {# Zeilen wurden}} ausgelassen; die erste ist Zeile {line}: {reason}',
  'engine-files.import.long': 'Die Zeile ist länger, als eine Benachrichtigung sein kann.',
  'engine-files.import.not-utf8': 'Die Zeile ist kein UTF-8-Text.',
  'engine-files.import.no-object': 'Die Zeile ist kein JSON-Objekt.',
  'engine-files.import.received-at': 'Ihr „receivedAt“ ist keine Zeit wie 2026-01-31T12:00:00.000Z.',
  'engine-files.import.read-at': 'Ihr „readAt“ ist weder eine Zeit noch null.',
  'engine-files.import.pinned-at': 'Ihr „pinnedAt“ ist weder eine Zeit noch null.',
  'engine-files.import.source': 'Ihr „source“ ist weder eine Adresse noch null.',
  'engine-files.import.large': 'Die Benachrichtigung ist größer als 1 MiB.',
  'engine-files.import.system': 'Es ist eine Nachricht des Servers selbst, keine Benachrichtigung.',
  'engine-files.import.no-notification': 'Es ist keine Benachrichtigung.',
  'engine-files.delete.partly': 'Nicht alles wurde gelöscht ({cause}). Bitte noch einmal versuchen.',
  'engine-files.delete.too-late':
    'Es ist zu spät, das rückgängig zu machen: Die Benachrichtigungen sind fort.',
}
