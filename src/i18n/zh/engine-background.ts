import type { Translation } from '../catalogue.ts'
import type { engineBackground as english } from '../en/engine-background.ts'

export const engineBackground: Translation<typeof english> = {
  'engine-background.ended': '搜索和导出线程意外结束：{reason}。请重试。',
  'engine-background.ended.starts-again': '搜索和导出线程意外结束：{reason}。需要时它会重新启动。',
  'engine-background.ended.rests': '搜索和导出线程意外结束：{reason}。这已发生多次：它将暂停一分钟。',
  'engine-background.ended.by-itself': '它自行结束，代码 {code}',
  'engine-background.barred':
    '搜索和导出在一分钟内多次失败。请在一分钟后重试；如果仍然如此，请重新启动 Tocsin。活动日志说明了出错原因。',
  'engine-background.closing': 'Tocsin 正在关闭。',
  'engine-background.index-behind': '未能更新搜索索引：{problem}。每半分钟会再次尝试；在此期间搜索会较慢。',
}
