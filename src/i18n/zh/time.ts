import type { Translation } from '../catalogue.ts'
import type { time as english } from '../en/time.ts'

export const time: Translation<typeof english> = {
  'time.now': '刚刚',
  'time.today': '今天',
  'time.yesterday': '昨天',
  'time.until.today': '{time}',
  'time.until.tomorrow': '明天 {time}',
  'time.until.day': '{day} {time}',
  'time.at.today': '{time}',
  'time.at.tomorrow': '明天 {time}',
  'time.at.day': '{day} {time}',
}
