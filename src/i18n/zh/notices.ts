import type { Translation } from '../catalogue.ts'
import type { notices as english } from '../en/notices.ts'

export const notices: Translation<typeof english> = {
  'notices.title': '提示',
  'notices.gone': 'Tocsin 未在运行。请用 {command} 重新启动；此页面会自行恢复。',
  'notices.gone.long':
    'Tocsin 未在运行。请用 {command} 重新启动；此页面会自行恢复，或打开 Tocsin 输出的地址。',
  'notices.waiting': '{problem} 等待保存：{count, number}。',
  'notices.dismiss': '关闭',
}
