import type { Translation } from '../catalogue.ts'
import type { settingsTable as english } from '../en/settings-table.ts'

export const settingsTable: Translation<typeof english> = {
  'settings-table.frequencySeconds.label': 'Frequenz',
  'settings-table.frequencySeconds.help':
    'Ungefähr so viele Sekunden liegen zwischen zwei Benachrichtigungen. Der Server erfährt es sofort.',
  'settings-table.source.label': 'Quelle',
  'settings-table.source.help':
    'Die Adresse eines Notification-WebSocket-Endpunkts, ws:// oder wss://. Leer: der in Tocsin eingebaute Server.',
  'settings-table.source.placeholder': 'Eingebauter Server',
  'settings-table.clientId.label': 'Client-ID',
  'settings-table.clientId.help':
    'Der Name, unter dem der Server dieses Tocsin kennt. Einmal erzeugt; nur ändern, wenn eine andere zugeteilt wurde.',
  'settings-table.toasts.label': 'Toasts zeigen',
  'settings-table.toasts.help': 'Jede neue Benachrichtigung erscheint auch kurz auf dem Bildschirm.',
  'settings-table.infoToasts.label': 'Toasts für Infos',
  'settings-table.infoToasts.help': 'Was aus ist, steht trotzdem in der Liste.',
  'settings-table.infoLeastPriority.label': 'Mindestpriorität für Infos',
  'settings-table.infoLeastPriority.help':
    'Eine Info mit niedrigerer Priorität zeigt keinen Toast. Ohne Priorität zählt sie als mittel.',
  'settings-table.warningToasts.label': 'Toasts für Warnungen',
  'settings-table.warningToasts.help': 'Was aus ist, steht trotzdem in der Liste.',
  'settings-table.errorToasts.label': 'Toasts für Fehler',
  'settings-table.errorToasts.help': 'Was aus ist, steht trotzdem in der Liste.',
  'settings-table.successToasts.label': 'Toasts für Erfolge',
  'settings-table.successToasts.help': 'Was aus ist, steht trotzdem in der Liste.',
  'settings-table.toastsWhileWatching.label': 'Toasts beim Blick auf die Liste',
  'settings-table.toastsWhileWatching.help':
    'Wenn aus, wird kein Toast gezeigt, solange dieses Fenster mit seiner Liste vorn ist.',
  'settings-table.mutes.label': 'Stummgeschaltet',
  'settings-table.mutes.help': 'Keine Toasts für diese Titel. In der Liste stehen sie trotzdem.',
  'settings-table.quietHours.label': 'Ruhezeiten',
  'settings-table.quietHours.help':
    'Keine Toasts zwischen diesen Zeiten, nach der Uhr dieses Computers. Am Ende kommt eine Zusammenfassung.',
  'settings-table.errorsBreakThrough.label': 'Fehler kommen durch',
  'settings-table.errorsBreakThrough.help':
    'Fehler zeigen ihre Toasts auch in Ruhezeiten und bei „Nicht stören“.',
  'settings-table.retentionDays.label': 'Aufbewahren (Tage)',
  'settings-table.retentionDays.help':
    'Ältere Benachrichtigungen werden gelöscht, außer angehefteten. 0 behält sie unabhängig vom Alter.',
  'settings-table.retentionCount.label': 'Höchstens aufbewahren',
  'settings-table.retentionCount.help':
    'Über dieser Zahl werden die ältesten Benachrichtigungen gelöscht, außer angehefteten. 0 setzt keine Grenze.',
  'settings-table.caFile.label': 'Zertifizierungsstelle',
  'settings-table.caFile.help':
    'Der Pfad einer PEM-Datei mit der Stelle, die das Zertifikat des Servers signiert hat. Für jede Quelle eigens.',
  'settings-table.caFile.placeholder': 'Keine eigene',
  'settings-table.systemCertificates.label': 'Zertifikaten des Systems vertrauen',
  'settings-table.systemCertificates.help':
    'Auch den Stellen vertrauen, denen dieser Computer vertraut. Für jede Quelle eigens.',
  'settings-table.proxy.label': 'Proxy',
  'settings-table.proxy.help':
    'http:// oder https:// und die Adresse des Proxys; „environment“ folgt HTTPS_PROXY und NO_PROXY; leer für keinen. Für jede Quelle eigens.',
  'settings-table.proxy.placeholder': 'Kein Proxy',
  'settings-table.theme.label': 'Design',
  'settings-table.theme.help': '„System“ folgt dem, was für diesen Computer gewählt ist.',
  'settings-table.language.label': 'Sprache',
  'settings-table.language.help': '„System“ folgt dem, was für diesen Computer gewählt ist.',
  'settings-table.closeToTray.label': 'Im Infobereich weiterlaufen',
  'settings-table.closeToTray.help':
    'Nach dem Schließen des Fensters läuft Tocsin im Infobereich weiter. Wenn aus, beendet das Schließen Tocsin.',
  'settings-table.launchAtLogin.label': 'Bei der Anmeldung starten',
  'settings-table.launchAtLogin.help': 'Tocsin startet im Infobereich, ohne Fenster.',
  'settings-table.globalShortcut.label': 'Globales Tastenkürzel',
  'settings-table.globalShortcut.help':
    'Tasten, die dieses Fenster aus jedem Programm öffnen, etwa Ctrl+Alt+N. Leer: keine.',
  'settings-table.globalShortcut.placeholder': 'Keines',
  'settings-table.hideFromDock.label': 'Im Dock ausblenden',
  'settings-table.hideFromDock.help': 'Tocsin steht nur in der Menüleiste.',
  'settings-table.savedSearches.label': 'Gespeicherte Suchen',
  'settings-table.savedSearches.help': 'Suchen, die neben der Liste stehen.',
  'settings-table.isWelcomed.label': 'Begrüßt',
  'settings-table.isWelcomed.help': 'Die ersten Schritte wurden gezeigt.',
  'settings-table.infoToasts.choice.sound': 'Mit Ton',
  'settings-table.infoToasts.choice.silent': 'Ohne Ton',
  'settings-table.infoToasts.choice.off': 'Kein Toast',
  'settings-table.warningToasts.choice.sound': 'Mit Ton',
  'settings-table.warningToasts.choice.silent': 'Ohne Ton',
  'settings-table.warningToasts.choice.off': 'Kein Toast',
  'settings-table.errorToasts.choice.sound': 'Mit Ton',
  'settings-table.errorToasts.choice.silent': 'Ohne Ton',
  'settings-table.errorToasts.choice.off': 'Kein Toast',
  'settings-table.successToasts.choice.sound': 'Mit Ton',
  'settings-table.successToasts.choice.silent': 'Ohne Ton',
  'settings-table.successToasts.choice.off': 'Kein Toast',
  'settings-table.infoLeastPriority.choice.low': 'Niedrig',
  'settings-table.infoLeastPriority.choice.medium': 'Mittel',
  'settings-table.infoLeastPriority.choice.high': 'Hoch',
  'settings-table.theme.choice.system': 'System',
  'settings-table.theme.choice.light': 'Hell',
  'settings-table.theme.choice.dark': 'Dunkel',
  'settings-table.theme.choice.high-contrast': 'Hoher Kontrast',
  'settings-table.language.choice.system': 'System',
  'settings-table.language.choice.en': 'English',
  'settings-table.language.choice.de': 'Deutsch',
  'settings-table.language.choice.zh': '简体中文',
}
