import type { Translation } from '../catalogue.ts'
import type { engineConnection as english } from '../en/engine-connection.ts'

export const engineConnection: Translation<typeof english> = {
  'engine-connection.close.1000': 'Der Server hat die Verbindung beendet.',
  'engine-connection.close.1001': 'Der Server wird beendet.',
  'engine-connection.close.1002':
    'Der Server hat die Verbindung geschlossen: Er sah einen Protokollfehler (1002).',
  'engine-connection.close.1003':
    'Der Server hat die Verbindung geschlossen: Er hat unsere Nachricht nicht angenommen (1003).',
  'engine-connection.close.1006': 'Die Verbindung ist abgebrochen.',
  'engine-connection.close.1007':
    'Die Verbindung wurde geschlossen: Eine Nachricht war kein gültiges UTF-8 (1007).',
  'engine-connection.close.1008': 'Der Server hat uns abgewiesen (1008).',
  'engine-connection.close.1009':
    'Die Verbindung wurde geschlossen: Eine Nachricht war größer als erlaubt (1009).',
  'engine-connection.close.1011':
    'Der Server hat die Verbindung geschlossen: Er hatte einen internen Fehler (1011).',
  'engine-connection.close.1012': 'Der Server startet neu (1012).',
  'engine-connection.close.1013': 'Der Server bittet, es später noch einmal zu versuchen (1013).',
  'engine-connection.close.4401': 'Der Server kennt uns nicht (4401): Er verlangt einen Token.',
  'engine-connection.close.4403': 'Der Server lässt uns nicht ein (4403).',
  'engine-connection.close.other': 'Der Server hat die Verbindung mit dem Code {code} geschlossen.',
  'engine-connection.close.said': '{sentence} Er gab an: {reason}',
  'engine-connection.no-answer': 'Der Server antwortet nicht mehr.',
  'engine-connection.open-timeout': 'Der Server hat innerhalb von 15 Sekunden nicht geantwortet.',
  'engine-connection.gap':
    'In dem, was der Server geschickt hat, fehlt etwas: Es wird noch einmal angefordert.',
  'engine-connection.network.refused.server': 'Unter dieser Adresse antwortet nichts: Läuft der Server?',
  'engine-connection.network.refused.proxy':
    'Unter der Adresse des Proxys antwortet nichts: Läuft der Proxy?',
  'engine-connection.network.reset.server': 'Der Server hat die Verbindung abgebrochen.',
  'engine-connection.network.reset.proxy': 'Der Proxy hat die Verbindung abgebrochen.',
  'engine-connection.network.not-found.server':
    'Der Name des Servers ist nicht zu finden: Adresse und Netzwerk prüfen.',
  'engine-connection.network.not-found.proxy':
    'Der Name des Proxys ist nicht zu finden: Adresse und Netzwerk prüfen.',
  'engine-connection.network.look-up.server':
    'Der Name des Servers lässt sich gerade nicht nachschlagen: Netzwerk prüfen.',
  'engine-connection.network.look-up.proxy':
    'Der Name des Proxys lässt sich gerade nicht nachschlagen: Netzwerk prüfen.',
  'engine-connection.network.timed-out.server': 'Der Server hat nicht rechtzeitig geantwortet.',
  'engine-connection.network.timed-out.proxy': 'Der Proxy hat nicht rechtzeitig geantwortet.',
  'engine-connection.network.no-way.server': 'Es gibt keinen Weg zum Server: Netzwerk prüfen.',
  'engine-connection.network.no-way.proxy': 'Es gibt keinen Weg zum Proxy: Netzwerk prüfen.',
  'engine-connection.network.none': 'Es gibt kein Netzwerk.',
  'engine-connection.network.too-large':
    'Der Server hat eine Nachricht von mehr als 1 MiB gesendet und wurde getrennt (1009).',
  'engine-connection.network.not-utf8':
    'Der Server hat Text gesendet, der kein gültiges UTF-8 ist, und wurde getrennt (1007).',
  'engine-connection.network.other.server': 'Die Verbindung ist fehlgeschlagen: {message}.',
  'engine-connection.network.other.proxy': 'Der Proxy ist nicht benutzbar: {message}.',
  'engine-connection.certificate.expired.server': 'Das Zertifikat des Servers ist abgelaufen.',
  'engine-connection.certificate.expired.proxy': 'Das Zertifikat des Proxys ist abgelaufen.',
  'engine-connection.certificate.not-yet.server':
    'Das Zertifikat des Servers ist noch nicht gültig: die Uhr dieses Computers prüfen.',
  'engine-connection.certificate.not-yet.proxy':
    'Das Zertifikat des Proxys ist noch nicht gültig: die Uhr dieses Computers prüfen.',
  'engine-connection.certificate.revoked.server': 'Das Zertifikat des Servers wurde widerrufen.',
  'engine-connection.certificate.revoked.proxy': 'Das Zertifikat des Proxys wurde widerrufen.',
  'engine-connection.certificate.self-signed.server':
    'Das Zertifikat des Servers ist selbst signiert, ihm wird daher nicht vertraut. Um ihm zu vertrauen, ihre Datei in den Einstellungen als Zertifizierungsstelle angeben.',
  'engine-connection.certificate.self-signed.proxy':
    'Das Zertifikat des Proxys ist selbst signiert, ihm wird daher nicht vertraut. Um ihm zu vertrauen, ihre Datei in den Einstellungen als Zertifizierungsstelle angeben.',
  'engine-connection.certificate.unknown-authority.server':
    'Das Zertifikat des Servers stammt von einer Stelle, der nicht vertraut wird. Um ihr zu vertrauen, ihre Datei in den Einstellungen als Zertifizierungsstelle angeben.',
  'engine-connection.certificate.unknown-authority.proxy':
    'Das Zertifikat des Proxys stammt von einer Stelle, der nicht vertraut wird. Um ihr zu vertrauen, ihre Datei in den Einstellungen als Zertifizierungsstelle angeben.',
  'engine-connection.certificate.other-name.server':
    'Das Zertifikat des Servers gilt für einen anderen Namen.',
  'engine-connection.certificate.other-name.proxy': 'Das Zertifikat des Proxys gilt für einen anderen Namen.',
  'engine-connection.tls.server':
    'Zum Server kam keine sichere Verbindung zustande ({code}): Beginnt seine Adresse mit ws:// statt mit wss://?',
  'engine-connection.tls.proxy':
    'Zum Proxy kam keine sichere Verbindung zustande ({code}): Beginnt seine Adresse mit http:// statt mit https://?',
  'engine-connection.status.401':
    'Der Server lässt uns nicht ein (HTTP 401): Er verlangt einen Zugriffstoken.',
  'engine-connection.status.403': 'Der Server lässt uns nicht ein (HTTP 403).',
  'engine-connection.status.404':
    'Der Server hat unter dieser Adresse keine Benachrichtigungen (HTTP 404): den Pfad prüfen.',
  'engine-connection.status.429': 'Der Server bittet, seltener zu kommen (HTTP 429).',
  'engine-connection.status.fault': 'Der Server hat selbst einen Fehler (HTTP {status}).',
  'engine-connection.status.other':
    'Der Server hat mit HTTP {status} geantwortet, statt einen WebSocket zu öffnen.',
  'engine-connection.proxy-status.407':
    'Der Proxy verlangt einen Namen und ein Passwort (HTTP 407): beides in seine Adresse schreiben, http://name:password@host.',
  'engine-connection.proxy-status.403': 'Der Proxy lässt uns nicht zu diesem Server durch (HTTP 403).',
  'engine-connection.proxy-status.429': 'Der Proxy bittet, seltener zu kommen (HTTP 429).',
  'engine-connection.proxy-status.fault': 'Der Proxy hat den Server nicht erreicht (HTTP {status}).',
  'engine-connection.proxy-status.other':
    'Der Proxy hat mit HTTP {status} geantwortet, statt uns durchzulassen.',
  'engine-connection.proxy.no-http': 'er spricht kein HTTP',
  'engine-connection.authority.full-path':
    'Die Zertifizierungsstelle „{path}“ braucht den vollständigen Pfad ihrer Datei.',
  'engine-connection.authority.none':
    'Die Datei der Zertifizierungsstelle {path} enthält kein lesbares Zertifikat in PEM.',
  'engine-connection.authority.unreadable':
    'Die Datei der Zertifizierungsstelle {path} ist nicht lesbar ({cause}).',
  'engine-connection.authority.no-file': 'es ist keine Datei',
  'engine-connection.authority.large': 'sie ist zu groß',
  'engine-connection.authority.system':
    'Die Stellen, denen dieser Computer vertraut, sind hier nicht lesbar. Benutzt werden die in Tocsin eingebauten und die eigene Datei.',
  'engine-connection.proxy.setting':
    'Der Proxy muss leer sein, das Wort „environment“ oder eine Adresse, die mit http:// oder https:// beginnt.',
  'engine-connection.proxy.bad':
    'Der Proxy in den Einstellungen ist nicht benutzbar: Seine Adresse muss mit http:// oder https:// beginnen.',
  'engine-connection.proxy.bad.environment':
    'Der Proxy der Umgebung (HTTPS_PROXY, HTTP_PROXY oder ALL_PROXY) ist nicht benutzbar: Seine Adresse muss mit http:// oder https:// beginnen.',
  'engine-connection.token.bad':
    'Ein Zugriffstoken ist ein Wort aus Buchstaben, Ziffern und Zeichen. Bitte noch einmal kopieren, ohne Leerzeichen oder Zeilenumbrüche darin.',
  'engine-connection.token.unencrypted':
    'Der Zugriffstoken geht unverschlüsselt an {host}. Falls der Server eine Adresse hat, die mit wss:// beginnt, diese benutzen.',
  'engine-connection.address.no-client-id': 'Die Client-ID darf nicht leer sein.',
  'engine-connection.address.dots':
    'Die Client-ID kann nicht „{clientId}“ sein: Keine Webadresse kann das enthalten.',
  'engine-connection.address.no-address':
    '„{source}“ ist keine Adresse für Benachrichtigungen: Sie muss mit ws:// oder wss:// beginnen.',
  'engine-connection.address.fragment':
    '„{source}“ hat einen Teil nach #, den eine WebSocket-Adresse nicht haben kann.',
  'engine-connection.log.connected': 'Verbunden mit {address}.',
  'engine-connection.log.connected.built-in': 'Verbunden mit dem eingebauten Server.',
  'engine-connection.log.resumed': 'Verbunden mit {address}, weiter ab der letzten Stelle.',
  'engine-connection.log.resumed.built-in':
    'Verbunden mit dem eingebauten Server, weiter ab der letzten Stelle.',
  'engine-connection.log.waiting': '{reason} Nächster Versuch in {seconds, number, ::.0} s.',
  'engine-connection.log.disconnected': 'Getrennt, wie gewünscht.',
  'engine-connection.log.silent': 'Verbunden, aber vom Server kommt nichts mehr.',
  'engine-connection.log.heard': 'Der Server ist wieder zu hören.',
}
