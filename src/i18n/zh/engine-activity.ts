import type { Translation } from '../catalogue.ts'
import type { engineActivity as english } from '../en/engine-activity.ts'

export const engineActivity: Translation<typeof english> = {
  'engine-activity.rejected.binary': '无法理解一个帧：二进制数据。',
  'engine-activity.rejected.empty': '无法理解一个帧：内容为空。',
  'engine-activity.rejected.not-json': '无法理解一个帧：不是 JSON。',
  'engine-activity.rejected.no-object': '无法理解一个帧：不是对象。',
  'engine-activity.rejected.unknown': '无法理解一个帧：不是已知的消息。',
  'engine-activity.not-noted': '有内容未能记录：{cause}',
  'engine-activity.not-resumed': '无法读取历史记录的进度，通知可能会重复：{cause}',
  'engine-activity.upkeep-waits': '维护工作已推迟：{cause}',
  'engine-activity.acknowledgements-wait': '确认已推迟：{cause}',
  'engine-activity.internal': '{command} 在 Tocsin 内部失败。日志中有详细信息。',
}
