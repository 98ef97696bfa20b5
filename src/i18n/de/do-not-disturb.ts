import type { Translation } from '../catalogue.ts'
import type { doNotDisturb as english } from '../en/do-not-disturb.ts'

export const doNotDisturb: Translation<typeof english> = {
  'do-not-disturb.title': 'Nicht stören',
  'do-not-disturb.choice.30-minutes': '30 Minuten lang',
  'do-not-disturb.choice.1-hour': '1 Stunde lang',
  'do-not-disturb.choice.until-tomorrow': 'Bis morgen, 8:00',
  'do-not-disturb.choice.until-turned-off': 'Bis ich es ausschalte',
  'do-not-disturb.choice.off': 'Ausschalten',
  'do-not-disturb.chosen.until': 'Nicht stören bis {end}',
  'do-not-disturb.chosen': 'Nicht stören, bis es ausgeschaltet wird',
  'do-not-disturb.quiet-hours.until': 'Ruhezeit bis {end}',
  'do-not-disturb.quiet-hours': 'Ruhezeit',
  'do-not-disturb.system': '„Nicht stören“ ist in den Einstellungen dieses Computers an',
  'do-not-disturb.note': '{words}.',
  'do-not-disturb.notice.errors': '{words}. Nur Fehler zeigen Toasts.',
  'do-not-disturb.notice.none': '{words}. Es werden keine Toasts gezeigt; die Liste enthält alles.',
}
