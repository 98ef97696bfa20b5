import type { Translation } from '../catalogue.ts'
import type { announcements as english } from '../en/announcements.ts'

export const announcements: Translation<typeof english> = {
  'announcements.arrived': '{count, plural, other {# 条新通知}}：{types}',
  'announcements.error': '{count, plural, other {# 条错误}}',
  'announcements.warning': '{count, plural, other {# 条警告}}',
  'announcements.info': '{count, plural, other {# 条信息}}',
  'announcements.success': '{count, plural, other {# 条成功}}',
  'announcements.and': '{first}，{rest}',
}
