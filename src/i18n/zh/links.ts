import type { Translation } from '../catalogue.ts'
import type { links as english } from '../en/links.ts'

export const links: Translation<typeof english> = {
  'links.bad': '无法打开此链接：{why}。',
  'links.long': '它超过 {limit} 个字符',
  'links.unseen': '它含有不可见的字符',
  'links.scheme': '它不以 tocsin:// 开头',
  'links.name-or-port': '它含有名称或端口',
  'links.unknown': '它应指向通知、搜索或来源',
  'links.notification': '通知有编号，例如 tocsin://notification/7',
  'links.search': '搜索有词语，例如 tocsin://search?q=disk',
  'links.search.long': '其搜索超过 {limit} 个字符',
  'links.source': '来源有地址，例如 tocsin://source?url=wss://host',
  'links.source.bad': '其来源不是以 ws:// 或 wss:// 开头的地址',
}
