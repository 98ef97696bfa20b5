import type { Translation } from '../catalogue.ts'
import type { linuxToasts as english } from '../en/linux-toasts.ts'

export const linuxToasts: Translation<typeof english> = {
  'linux-toasts.cannot': 'Toasts können nicht gezeigt werden: {why}',
  'linux-toasts.none':
    'Auf diesem Desktop läuft kein Benachrichtigungsdienst. Bitte einen installieren oder starten, etwa dunst oder mako.',
  'linux-toasts.ended':
    'Der Benachrichtigungsdienst ist beendet. Der nächste Toast versucht, ihn wieder zu starten.',
  'linux-toasts.silent':
    'Der Benachrichtigungsdienst antwortet nicht. Bitte neu starten oder ab- und wieder anmelden.',
  'linux-toasts.not-started':
    'Der Benachrichtigungsdienst konnte nicht gestartet werden. Bitte selbst starten und sein Protokoll ansehen. ({reason})',
  'linux-toasts.no-bus':
    'Diese Sitzung hat keinen Nachrichtenbus (D-Bus). Tocsin aus einer Desktopsitzung starten oder DBUS_SESSION_BUS_ADDRESS setzen.',
  'linux-toasts.no-socket':
    'DBUS_SESSION_BUS_ADDRESS nennt keinen Unix-Socket („{address}“). Bitte berichtigen oder Tocsin ohne sie starten.',
  'linux-toasts.bus-unreachable':
    'Der Nachrichtenbus (D-Bus) ist nicht zu erreichen. Tocsin versucht es weiter. ({reason})',
  'linux-toasts.bus-silent': 'Der Nachrichtenbus hat nicht geantwortet.',
  'linux-toasts.bus-closed': 'Der Nachrichtenbus hat die Verbindung geschlossen.',
  'linux-toasts.too-late': 'Er hat innerhalb von {seconds} Sekunden nicht geantwortet.',
  'linux-toasts.outcome.too-many': 'Zu viele Toasts warteten auf den Benachrichtigungsdienst.',
  'linux-toasts.outcome.withdrawn': 'Er wurde zurückgezogen, bevor er gezeigt werden konnte.',
  'linux-toasts.outcome.ended': 'Der Benachrichtigungsdienst endete, bevor er ihn gezeigt hatte.',
  'linux-toasts.outcome.refused': 'Der Benachrichtigungsdienst hat ihn abgelehnt: {reason}',
  'linux-toasts.outcome.silent': 'Der Benachrichtigungsdienst hat nicht geantwortet.',
}
