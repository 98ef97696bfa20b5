import type { Translation } from '../catalogue.ts'
import type { snooze as english } from '../en/snooze.ts'

export const snooze: Translation<typeof english> = {
  'snooze.name': 'Zurückstellen',
  'snooze.hint': 'Sie kommt als Toast wieder ({key})',
  'snooze.10-minutes': 'Für 10 Minuten',
  'snooze.1-hour': 'Für 1 Stunde',
  'snooze.tomorrow': 'Bis morgen, 8:00',
  'snooze.comes-back': 'Kommt {when} wieder',
  'snooze.comes-back.sentence': 'Kommt {when} wieder.',
  'snooze.end': 'Nicht mehr zurückstellen',
}
