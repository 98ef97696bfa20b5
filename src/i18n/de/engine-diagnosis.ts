import type { Translation } from '../catalogue.ts'
import type { engineDiagnosis as english } from '../en/engine-diagnosis.ts'

// Spans stand after „seit“, „vor“ and „in“: in the dative.
export const engineDiagnosis: Translation<typeof english> = {
  'engine-diagnosis.both': '{first} {second}',
  'engine-diagnosis.not-tried': 'Nicht versucht, da ein Schritt davor gescheitert ist.',
  'engine-diagnosis.span.second': '{count, plural, one {# Sekunde} other {# Sekunden}}',
  'engine-diagnosis.span.minute': '{count, plural, one {# Minute} other {# Minuten}}',
  'engine-diagnosis.span.hour': '{count, plural, one {# Stunde} other {# Stunden}}',
  'engine-diagnosis.span.day': '{count, plural, one {# Tag} other {# Tagen}}',
  'engine-diagnosis.address.late': 'Die Adresse war nach 5 Sekunden noch nicht bereit.',
  'engine-diagnosis.address.good': 'Die Adresse ist benutzbar.',
  'engine-diagnosis.address.open':
    'Die Adresse ist benutzbar. Sie beginnt mit ws://, unterwegs können also andere mitlesen.',
  'engine-diagnosis.address.unencrypted':
    'Die Adresse ist benutzbar, aber was Sie ausweist, ist unverschlüsselt unterwegs. Eine Adresse benutzen, die mit wss:// beginnt, wenn der Server eine hat.',
  'engine-diagnosis.dns.late': 'Der Name wurde in 5 Sekunden nicht gefunden: Netzwerk prüfen.',
  'engine-diagnosis.dns.server':
    'Der Name des Servers führt zu {count, plural, one {einer Adresse} other {# Adressen}}.',
  'engine-diagnosis.dns.proxy':
    'Der Name des Proxys führt zu {count, plural, one {einer Adresse} other {# Adressen}}.',
  'engine-diagnosis.tcp.server': 'Der Server nimmt Verbindungen an.',
  'engine-diagnosis.tcp.proxy': 'Der Proxy nimmt Verbindungen an.',
  'engine-diagnosis.tcp.one-way.server':
    'Der Server nimmt Verbindungen an, aber nicht über {family}: Der andere Weg wird benutzt.',
  'engine-diagnosis.tcp.one-way.proxy':
    'Der Proxy nimmt Verbindungen an, aber nicht über {family}: Der andere Weg wird benutzt.',
  'engine-diagnosis.tcp.some.server':
    'Nur {reachable} von {all} Adressen des Servers nehmen Verbindungen an, der Aufbau kann also manchmal scheitern. Dem Betreiber Bescheid geben.',
  'engine-diagnosis.tcp.some.proxy':
    'Nur {reachable} von {all} Adressen des Proxys nehmen Verbindungen an, der Aufbau kann also manchmal scheitern. Dem Betreiber Bescheid geben.',
  'engine-diagnosis.tls.late':
    'In 5 Sekunden kam keine sichere Verbindung zum Server zustande: Lautet seine Adresse ws:// statt wss://?',
  'engine-diagnosis.tls.good': 'Dem Zertifikat des Servers wird vertraut, und es gilt bis {until}.',
  'engine-diagnosis.tls.soon':
    'Dem Zertifikat des Servers wird vertraut, aber es läuft am {until} ab, in {span}. Dem Betreiber des Servers Bescheid geben.',
  'engine-diagnosis.tls.expired':
    'Es galt bis {day}. Die Uhr dieses Computers zeigt {today}: Ist das falsch, die Uhr stellen; sonst braucht der Server ein neues Zertifikat.',
  'engine-diagnosis.tls.authority-expired':
    'Die Uhr dieses Computers zeigt {today}: Ist das falsch, die Uhr stellen; sonst braucht der Server ein neues Zertifikat.',
  'engine-diagnosis.tls.not-yet': 'Es gilt ab {day}, und die Uhr dieses Computers zeigt {today}.',
  'engine-diagnosis.tls.other-name':
    'Das Zertifikat des Servers gilt für {names} und nicht für {host}: Adresse prüfen oder den Betreiber des Servers fragen.',
  'engine-diagnosis.upgrade.late':
    'Dort nimmt etwas Verbindungen an, öffnet aber in 5 Sekunden keinen WebSocket: Ist es ein Benachrichtigungsserver?',
  'engine-diagnosis.upgrade.good': 'Der Server hat einen WebSocket geöffnet.',
  'engine-diagnosis.upgrade.refused':
    'Eine zweite Verbindung mit eigener Client-ID wurde abgewiesen: {reason} Die benutzte Verbindung ist offen, es muss also nichts bedeuten.',
  'engine-diagnosis.upgrade.live': 'Die benutzte Verbindung ist seit {span} offen.',
  'engine-diagnosis.frame.live': 'Vom Server kam zuletzt vor {span} etwas.',
  'engine-diagnosis.frame.live.none':
    'Die benutzte Verbindung ist offen, und es kam noch nichts: auf eine Benachrichtigung warten.',
  'engine-diagnosis.frame.ended': 'Die Verbindung wurde beendet, bevor etwas kam. {reason}',
  'engine-diagnosis.frame.good': 'Dem Server wurde die Frequenz genannt, und es kam etwas.',
  'engine-diagnosis.frame.strange':
    'Es kam etwas, das keine Benachrichtigung ist. Ist es die Adresse eines Benachrichtigungsservers?',
  'engine-diagnosis.frame.heard':
    'Über eine zweite Verbindung kam in 5 Sekunden nichts, über die benutzte aber vor {span}.',
  'engine-diagnosis.frame.silent':
    'Die Verbindung ist offen, aber in 5 Sekunden kam nichts. Ein Server, der nichts zu melden hat, darf schweigen: ihn etwas senden lassen und in die Liste sehen.',
  'engine-diagnosis.acknowledgement.offline':
    '{count, plural, one {Eine Quittung wartet} other {# Quittungen warten}} auf eine Verbindung. Nichts geht verloren: Gesendet wird, sobald es eine gibt.',
  'engine-diagnosis.acknowledgement.waiting':
    '{count, plural, one {Eine Quittung wartet} other {# Quittungen warten}} auf die Bestätigung des Servers, seit {span}. Das Senden wird von selbst wiederholt.',
  'engine-diagnosis.acknowledgement.confirmed': 'Der Server hat zuletzt vor {span} eine bestätigt.',
  'engine-diagnosis.acknowledgement.confirmed.some':
    'Der Server hat zuletzt vor {span} eine bestätigt. Einige andere hat er nicht bestätigt: Er hat sie vielleicht vergessen.',
  'engine-diagnosis.acknowledgement.unconfirmed':
    'Der Server hat keine der letzten Quittungen bestätigt. Vielleicht kennt er sie nicht; sie werden eine Woche lang bei jeder Verbindung noch einmal versucht.',
  'engine-diagnosis.acknowledgement.under-way': 'Eine Quittung ist unterwegs: gleich noch einmal nachsehen.',
  'engine-diagnosis.acknowledgement.none':
    'Aus dieser Quelle wurde noch nichts quittiert. Eine Benachrichtigung als gelesen markieren, dann noch einmal nachsehen.',
  'engine-diagnosis.storage.late': 'Der Datenträger hat in 5 Sekunden nicht geantwortet.',
  'engine-diagnosis.storage.unwritable':
    'In den Ordner {folder} lässt sich nicht schreiben: {cause}. Bis dahin warten Benachrichtigungen im Arbeitsspeicher.',
  'engine-diagnosis.storage.gone': 'es gibt ihn nicht mehr',
  'engine-diagnosis.storage.differs': 'gelesen wird etwas anderes, als geschrieben wurde',
  'engine-diagnosis.storage.little':
    'Der Verlauf lässt sich schreiben, aber sein Datenträger ist fast voll. Platz schaffen oder weniger Benachrichtigungen behalten.',
  'engine-diagnosis.storage.good': 'Der Verlauf lässt sich schreiben und lesen.',
  'engine-diagnosis.toast.off':
    'Toasts sind ausgeschaltet. In den Einstellungen einschalten, um welche zu sehen.',
  'engine-diagnosis.toast.chosen':
    '„Nicht stören“ ist an: Benachrichtigungen werden ohne Toast gespeichert, bis es ausgeschaltet wird oder seine Zeit um ist.',
  'engine-diagnosis.toast.quiet-hours':
    'Es ist Ruhezeit: Benachrichtigungen werden ohne Toast gespeichert, bis sie endet.',
  'engine-diagnosis.toast.system':
    '„Nicht stören“ ist auf diesem Computer selbst an: In seinen Einstellungen ausschalten, um Toasts zu sehen.',
  'engine-diagnosis.toast.page':
    'Die Seite zeigt Toasts, solange sie offen ist und der Browser es erlaubt, was nur sie selbst weiß. Eine Testbenachrichtigung senden, um einen zu sehen.',
  'engine-diagnosis.toast.good':
    'Toasts sind an, und der Computer hat keinen abgelehnt. Eine Testbenachrichtigung senden, um einen zu sehen.',
  'engine-diagnosis.tray.good': 'Tocsin hat sein Symbol im Infobereich.',
  'engine-diagnosis.tray.browser':
    'Im Browser gibt es keinen Infobereich. Tocsin läuft weiter, bis es dort beendet wird, wo es gestartet wurde.',
  'engine-diagnosis.tray.none':
    'Dieser Desktop zeigt keinen Infobereich, Tocsin ist also nur zu sehen, solange sein Fenster offen ist. Noch einmal starten, um das Fenster zu öffnen.',
  'engine-diagnosis.tray.none.linux':
    'Dieser Desktop zeigt keinen Infobereich, Tocsin ist also nur zu sehen, solange sein Fenster offen ist. Noch einmal starten, um das Fenster zu öffnen. Unter GNOME ergänzt die Erweiterung AppIndicator einen.',
}
