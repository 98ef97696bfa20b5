import type { Translation } from '../catalogue.ts'
import type { time as english } from '../en/time.ts'

export const time: Translation<typeof english> = {
  'time.now': 'jetzt',
  'time.today': 'Heute',
  'time.yesterday': 'Gestern',
  'time.until.today': '{time}',
  'time.until.tomorrow': 'morgen, {time}',
  'time.until.day': '{day}, {time}',
  'time.at.today': 'um {time}',
  'time.at.tomorrow': 'morgen um {time}',
  'time.at.day': 'am {day} um {time}',
}
