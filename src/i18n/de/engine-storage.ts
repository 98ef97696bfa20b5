import type { Translation } from '../catalogue.ts'
import type { engineStorage as english } from '../en/engine-storage.ts'

export const engineStorage: Translation<typeof english> = {
  'engine-storage.full': 'der Datenträger voll ist',
  'engine-storage.full.remedy': 'Auf dem Datenträger mit {folder} Platz schaffen.',
  'engine-storage.read-only': 'die Dateien in {folder} nur gelesen werden können',
  'engine-storage.read-only.remedy':
    'Das Schreiben in diesen Ordner, in seine Dateien und auf ihren Datenträger erlauben.',
  'engine-storage.io': 'der Datenträger mit {folder} einen Fehler meldet',
  'engine-storage.io.remedy':
    'Prüfen, ob er noch verbunden und beschreibbar ist und ob dort mehr Platz benutzt werden darf.',
  'engine-storage.cannot-open': 'sich eine Datei des Verlaufs in {folder} nicht öffnen lässt',
  'engine-storage.cannot-open.remedy':
    'Prüfen, ob der Ordner noch da ist und ob in ihn geschrieben werden darf.',
  'engine-storage.not-stored':
    'Benachrichtigungen können gerade nicht gespeichert werden, weil {cause}. {remedy} Sie warten im Arbeitsspeicher, und das Speichern wird erneut versucht.',
  'engine-storage.not-stored.unknown':
    'Benachrichtigungen können gerade nicht gespeichert werden ({cause}). Sie warten im Arbeitsspeicher, und das Speichern wird erneut versucht.',
  'engine-storage.lost':
    'Es waren mehr, als Platz haben: {count, plural, one {Die älteste ist} other {Die ältesten # sind}} verloren.',
  'engine-storage.again': 'Benachrichtigungen werden wieder gespeichert.',
  'engine-storage.refused': 'Das geht gerade nicht, weil {cause}. {remedy}',
  'engine-storage.damaged':
    'Der Verlauf war beschädigt. {count, plural, one {# Benachrichtigung wurde} other {# Benachrichtigungen wurden}} gerettet; die beschädigte Datei wird als {file} aufbewahrt.',
  'engine-storage.work-waits': 'Die Arbeit am Verlauf wartet und wird erneut versucht: {cause}',
  'engine-storage.folder.forbidden': 'er darf nicht benutzt werden',
  'engine-storage.folder.read-only': 'sein Datenträger kann nur gelesen werden',
  'engine-storage.folder.full': 'sein Datenträger ist voll',
  'engine-storage.folder.quota': 'auf seinem Datenträger darf nicht mehr Platz benutzt werden',
  'engine-storage.folder.io': 'sein Datenträger meldet einen Fehler',
  'engine-storage.folder.name-taken': 'es gibt eine Datei dieses Namens',
  'engine-storage.folder.no-folder': 'wo ein Ordner sein sollte, ist eine Datei',
}
