import type { Translation } from '../catalogue.ts'
import type { doNotDisturb as english } from '../en/do-not-disturb.ts'

export const doNotDisturb: Translation<typeof english> = {
  'do-not-disturb.title': '勿扰',
  'do-not-disturb.choice.30-minutes': '30 分钟',
  'do-not-disturb.choice.1-hour': '1 小时',
  'do-not-disturb.choice.until-tomorrow': '到明天 8:00',
  'do-not-disturb.choice.until-turned-off': '直到我将其关闭',
  'do-not-disturb.choice.off': '关闭',
  'do-not-disturb.chosen.until': '勿扰，直到{end}',
  'do-not-disturb.chosen': '勿扰，直到您将其关闭',
  'do-not-disturb.quiet-hours.until': '免打扰时段，直到{end}',
  'do-not-disturb.quiet-hours': '免打扰时段',
  'do-not-disturb.system': '此电脑自身的设置中已开启勿扰',
  'do-not-disturb.note': '{words}。',
  'do-not-disturb.notice.errors': '{words}。只有错误会弹出通知。',
  'do-not-disturb.notice.none': '{words}。不弹出通知；列表中一应俱全。',
}
