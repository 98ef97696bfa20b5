import type { Translation } from '../catalogue.ts'
import type { acknowledgement as english } from '../en/acknowledgement.ts'

export const acknowledgement: Translation<typeof english> = {
  'acknowledgement.none': 'Ungelesen',
  'acknowledgement.pending': 'Gelesen, wird gesendet …',
  'acknowledgement.sent': 'Gelesen, wartet auf den Server',
  'acknowledgement.confirmed': 'Gelesen, bestätigt',
  'acknowledgement.unconfirmed': 'Gelesen, vom Server nicht bestätigt',
  'acknowledgement.local': 'Hier gelesen',
  'acknowledgement.unread-waits':
    'Ältere Benachrichtigungen werden noch als gelesen markiert. Bitte gleich erneut versuchen.',
}
