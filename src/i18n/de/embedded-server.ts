import type { Translation } from '../catalogue.ts'
import type { embeddedServer as english } from '../en/embedded-server.ts'

export const embeddedServer: Translation<typeof english> = {
  'embedded-server.in-memory':
    'Was an den eingebauten Server geschickt wird, ist nur im Arbeitsspeicher und fort, wenn Tocsin endet. {cause}',
  'embedded-server.newer': '{path} stammt von einem neueren Tocsin: Bitte Tocsin aktualisieren.',
  'embedded-server.busy':
    'Ein anderer Server benutzt {path}: Bitte diesen beenden, dann Tocsin noch einmal starten.',
  'embedded-server.unusable': 'Seine Datei lässt sich nicht benutzen: {said}',
  'embedded-server.damaged':
    'Was im eingebauten Server wartete, war nicht zu lesen, und es wurde neu begonnen; die beschädigte Datei ist als {aside} aufgehoben.',
  'embedded-server.failed': 'Der Speicher des eingebauten Servers ist ausgefallen: {reason}.',
  'embedded-server.restarted': 'Der Speicher des eingebauten Servers wurde neu gestartet.',
  'embedded-server.restarted-last':
    'Der Speicher des eingebauten Servers wurde neu gestartet: Fällt er noch einmal aus, wird es in einer Minute wieder versucht.',
  'embedded-server.not-restarted':
    'Der Speicher des eingebauten Servers ließ sich nicht neu starten: {reason}',
}
