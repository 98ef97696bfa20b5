import type { Translation } from '../catalogue.ts'
import type { snooze as english } from '../en/snooze.ts'

export const snooze: Translation<typeof english> = {
  'snooze.name': '稍后提醒',
  'snooze.hint': '它会再次以弹出通知出现（{key}）',
  'snooze.10-minutes': '10 分钟后',
  'snooze.1-hour': '1 小时后',
  'snooze.tomorrow': '明天 8:00',
  'snooze.comes-back': '{when} 再次提醒',
  'snooze.comes-back.sentence': '{when} 再次提醒。',
  'snooze.end': '取消稍后提醒',
}
