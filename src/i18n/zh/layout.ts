import type { Translation } from '../catalogue.ts'
import type { layout as english } from '../en/layout.ts'

export const layout: Translation<typeof english> = {
  'layout.views': '视图',
  'layout.tab.notifications': '通知',
  'layout.tab.statistics': '统计',
  'layout.tab.connection': '连接',
  'layout.overview': '概览',
  'layout.sidebar': '侧边栏',
  'layout.sidebar.show': '显示侧边栏',
  'layout.sidebar.hide': '隐藏侧边栏',
  'layout.resize.sidebar': '侧边栏宽度',
  'layout.resize.panel': '右侧面板宽度',
  'layout.resize.help': '拖动或使用方向键调整，双击恢复默认宽度。',
  'layout.resize.width': '{width, number} 像素',
}
