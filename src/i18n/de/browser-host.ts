import type { Translation } from '../catalogue.ts'
import type { browserHost as english } from '../en/browser-host.ts'

export const browserHost: Translation<typeof english> = {
  'browser-host.address-needed':
    'Bitte die Adresse öffnen, die Tocsin beim Start ausgegeben hat: Sie enthält den Schlüssel zu dieser Seite.',
}
