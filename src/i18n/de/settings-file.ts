import type { Translation } from '../catalogue.ts'
import type { settingsFile as english } from '../en/settings-file.ts'

export const settingsFile: Translation<typeof english> = {
  'settings-file.stored-sources':
    'Die für jede Quelle gespeicherten Einstellungen sind nicht benutzbar. Stattdessen gelten ihre Vorgaben.',
  'settings-file.stored-source':
    'Die für {source} gespeicherten Einstellungen sind nicht benutzbar. Stattdessen gelten ihre Vorgaben.',
  'settings-file.stored-source.built-in':
    'Die für den eingebauten Server gespeicherten Einstellungen sind nicht benutzbar. Stattdessen gelten ihre Vorgaben.',
  'settings-file.kept': 'Die Datei der Einstellungen wird, wie sie war, als {file} aufbewahrt.',
  'settings-file.aside': '{cause} Sie wird als {file} aufbewahrt, und es gelten die Vorgaben.',
  'settings-file.client-id-found': 'Die Client-ID wurde darin gefunden und bleibt dieselbe.',
  'settings-file.newer':
    'Die Einstellungen wurden zuletzt von einem neueren Tocsin geschrieben (ihr Format ist {version}, dieses kennt {known}). Was dieses versteht, gilt; der Rest bleibt, wie er ist. Tocsin aktualisieren, um alle zu benutzen.',
  'settings-file.changed':
    'Die Datei der Einstellungen wurde von einem anderen Programm geändert und ist nicht benutzbar ({cause}). Bitte berichtigen oder Tocsin neu starten.',
  'settings-file.is-folder': 'Am Ort der Einstellungsdatei ist ein Ordner.',
  'settings-file.is-device': 'Am Ort der Einstellungsdatei ist ein Gerät.',
  'settings-file.forbidden': 'Die Datei der Einstellungen darf nicht gelesen werden.',
  'settings-file.large': 'Die Datei der Einstellungen ist viel größer, als Einstellungen sind.',
  'settings-file.empty': 'Die Datei der Einstellungen ist leer.',
  'settings-file.unreadable': 'Die Datei der Einstellungen war nicht lesbar.',
}
