import type { Translation } from '../catalogue.ts'
import type { embeddedServer as english } from '../en/embedded-server.ts'

export const embeddedServer: Translation<typeof english> = {
  'embedded-server.in-memory': '发布到内置服务器的内容只保存在内存中，Tocsin 退出后即消失。{cause}',
  'embedded-server.newer': '{path} 由更新版本的 Tocsin 写入：请更新 Tocsin。',
  'embedded-server.busy': '另一个服务器正在使用 {path}：请先停止它，再重新启动 Tocsin。',
  'embedded-server.unusable': '它的文件无法使用：{said}',
  'embedded-server.damaged': '内置服务器中等待的内容无法读取，已重新开始；损坏的文件保留为 {aside}。',
  'embedded-server.failed': '内置服务器的存储出现故障：{reason}。',
  'embedded-server.restarted': '内置服务器的存储已重新启动。',
  'embedded-server.restarted-last': '内置服务器的存储已重新启动：如再次出现故障，将在一分钟后重试。',
  'embedded-server.not-restarted': '内置服务器的存储无法重新启动：{reason}',
}
