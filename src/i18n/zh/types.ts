import type { Translation } from '../catalogue.ts'
import type { types as english } from '../en/types.ts'

export const types: Translation<typeof english> = {
  'types.info': '信息',
  'types.warning': '警告',
  'types.error': '错误',
  'types.success': '成功',
  'types.priority.low': '低优先级',
  'types.priority.medium': '中优先级',
  'types.priority.high': '高优先级',
  'types.action': '需要处理',
  'types.code': '代码 {code}',
  'types.retry': '可以重试',
  'types.no-retry': '不可重试',
  'types.code.retry': '代码 {code} · 可以重试',
  'types.code.no-retry': '代码 {code} · 不可重试',
  'types.completed': '用时 {duration} 完成',
}
