import type { Translation } from '../catalogue.ts'
import type { engineSettings as english } from '../en/engine-settings.ts'

export const engineSettings: Translation<typeof english> = {
  'engine-settings.invalid': '{label} ist so nicht benutzbar ({problem}).',
  'engine-settings.stored':
    'Die gespeicherte Einstellung „{label}“ ist nicht benutzbar ({problem}). Stattdessen gilt die Vorgabe.',
  'engine-settings.stored.built-in':
    'Die gespeicherte Einstellung „{label}“ für den eingebauten Server ist nicht benutzbar ({problem}). Stattdessen gilt die Vorgabe.',
  'engine-settings.stored.source':
    'Die gespeicherte Einstellung „{label}“ für {source} ist nicht benutzbar ({problem}). Stattdessen gilt die Vorgabe.',
  'engine-settings.stored-sources':
    'Die für jede Quelle gespeicherten Einstellungen sind nicht benutzbar. Stattdessen gelten die Vorgaben.',
  'engine-settings.not-saved':
    'Die Einstellungen konnten nicht gespeichert werden ({cause}). Es wurde nichts geändert.',
  'engine-settings.search-name.empty': 'Eine gespeicherte Suche braucht einen sichtbaren Namen.',
  'engine-settings.search-name.taken':
    'Es gibt bereits eine gespeicherte Suche „{name}“. Bitte einen anderen Namen wählen.',
  'engine-settings.left-out':
    'In den exportierten Einstellungen fehlt, was ein Passwort oder einen Token enthält: {labels}.',
  'engine-settings.export.not-written':
    'Die Einstellungen konnten nicht nach {file} geschrieben werden ({cause}). Bitte einen anderen Ort wählen.',
  'engine-settings.import.nothing': 'Es wurde nichts importiert. {problem}',
  'engine-settings.import.unreadable': '{file} ist nicht lesbar ({cause}).',
  'engine-settings.import.no-file': 'es ist keine Datei',
  'engine-settings.import.large': 'sie ist größer als 1 MB, und Einstellungen brauchen wenige Kilobyte',
  'engine-settings.import.not-ours':
    'Das ist keine Datei mit Einstellungen von Tocsin. Bitte eine wählen, die „Einstellungen exportieren“ geschrieben hat.',
  'engine-settings.import.newer':
    'Ein neueres Tocsin hat diese Datei geschrieben (ihre Form ist {version}, dieses kennt {known}). Tocsin aktualisieren, dann noch einmal importieren.',
  'engine-settings.import.unknown':
    'In diesem Tocsin gibt es keine Einstellung „{name}“. Sie aus der Datei nehmen oder Tocsin aktualisieren.',
}
