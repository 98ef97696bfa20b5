import type { Translation } from '../catalogue.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: Translation<typeof english> = {
  'activity.title': '活动',
  'activity.empty': '还没有发生任何事情。',
  'activity.empty.filtered': '还没有发生这类事情。',
  'activity.show-all': '显示全部',
  'activity.detail': '显示收到的内容',
  'activity.kind': '类别',
  'activity.kind.all': '全部',
  'activity.kind.connection': '连接',
  'activity.kind.system': '服务器',
  'activity.kind.acknowledgement': '确认',
  'activity.kind.rejected': '无法识别',
  'activity.kind.settings': '设置',
  'activity.kind.toast': '弹出通知',
  'activity.kind.storage': '存储',
  'activity.severity': '严重程度',
  'activity.severity.all': '全部',
  'activity.severity.problems': '问题',
  'activity.severity.warning': '警告',
  'activity.severity.error': '错误',
}
