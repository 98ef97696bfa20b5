import type { Translation } from '../catalogue.ts'
import type { desktop as english } from '../en/desktop.ts'

export const desktop: Translation<typeof english> = {
  'desktop.closing.message': 'Tocsin läuft weiter',
  'desktop.closing.tray':
    'Tocsin läuft im Infobereich weiter. Ein Klick auf das Symbol dort öffnet das Fenster wieder; sein Menü enthält „Beenden“.',
  'desktop.closing.no-tray':
    'Tocsin läuft ohne Fenster weiter. Ein erneuter Start öffnet es; die Einstellungen enthalten „Beenden“.',
  'desktop.closing.keep': 'Weiterlaufen lassen',
  'desktop.closing.quit': 'Beenden',
  'desktop.export.notifications': 'Benachrichtigungen exportieren',
  'desktop.export.settings': 'Einstellungen exportieren',
  'desktop.import.notifications': 'Benachrichtigungen importieren',
  'desktop.import.settings': 'Einstellungen importieren',
  'desktop.all-files': 'Alle Dateien',
  'desktop.source.ask': '{host} als Quelle benutzen?',
  'desktop.source.ask.address': 'Diese Adresse als Quelle benutzen?',
  'desktop.source.explain': 'Tocsin zeigt dann, was dieser Server sendet, statt dessen, was es jetzt zeigt.',
  'desktop.source.use': 'Diese Quelle benutzen',
  'desktop.source.no': 'Nein',
  'desktop.ok': 'OK',
  'desktop.shortcut.alone':
    'Das globale Tastenkürzel „{keys}“ wird nicht benutzt: Kein Programm könnte diese Tasten mehr bekommen. Bitte Ctrl, Alt oder Super hinzufügen.',
  'desktop.shortcut.taken':
    'Das globale Tastenkürzel {keys} ist nicht benutzbar: Ein anderes Programm hat es. Bitte in den Einstellungen andere Tasten wählen.',
  'desktop.shortcut.no-keys':
    'Das globale Tastenkürzel „{keys}“ ist nicht benutzbar: Tasten wie Ctrl+Alt+N schreiben.',
  'desktop.login.switched-off':
    'Tocsin startet nicht mehr bei der Anmeldung: Das wurde in den Einstellungen dieses Computers ausgeschaltet.',
  'desktop.login.switched-on':
    'Tocsin startet bei der Anmeldung: Das wurde in den Einstellungen dieses Computers eingeschaltet.',
  'desktop.login.not-written':
    'Das Starten bei der Anmeldung konnte nicht geändert werden: {path} ist nicht beschreibbar ({cause}).',
  'desktop.login.equals':
    'Tocsin kann bei der Anmeldung nicht aus {program} starten: Der Name seines Ordners enthält ein =. Bitte verschieben.',
  'desktop.login.from-source':
    'Nur das installierte Programm kann bei der Anmeldung starten: Dieses läuft aus seinem Quelltext.',
  'desktop.login.macos-consent':
    'macOS verlangt erst eine Zustimmung: Systemeinstellungen, Allgemein, Anmeldeobjekte öffnen und Tocsin dort einschalten.',
  'desktop.login.macos-unsigned':
    'macOS hat Tocsin nicht als Anmeldeobjekt angenommen: Diese Kopie ist nicht signiert oder liegt außerhalb von „Programme“.',
  'desktop.badge':
    '{count, plural, one {# ungelesene Benachrichtigung} other {# ungelesene Benachrichtigungen}}',
}
