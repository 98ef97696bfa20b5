import type { Translation } from '../catalogue.ts'
import type { engineStorage as english } from '../en/engine-storage.ts'

export const engineStorage: Translation<typeof english> = {
  'engine-storage.full': '磁盘已满',
  'engine-storage.full.remedy': '请在 {folder} 所在的磁盘上释放一些空间。',
  'engine-storage.read-only': '{folder} 中的文件只能读取',
  'engine-storage.read-only.remedy': '请允许写入该文件夹、其中的文件以及它们所在的磁盘。',
  'engine-storage.io': '{folder} 所在的磁盘报告错误',
  'engine-storage.io.remedy': '请检查它是否仍已连接、是否可写，以及您是否可以使用更多空间。',
  'engine-storage.cannot-open': '无法打开 {folder} 中的历史记录文件',
  'engine-storage.cannot-open.remedy': '请检查该文件夹是否仍然存在，以及您是否可以写入。',
  'engine-storage.not-stored': '目前无法存储通知，因为{cause}。{remedy}它们在内存中等待，并会再次尝试存储。',
  'engine-storage.not-stored.unknown': '目前无法存储通知 ({cause})。它们在内存中等待，并会再次尝试存储。',
  'engine-storage.lost': '数量超出了容量：最早的 {count, plural, other {# 条}}已丢失。',
  'engine-storage.again': '又可以存储通知了。',
  'engine-storage.refused': '目前无法执行此操作，因为{cause}。{remedy}',
  'engine-storage.damaged':
    '历史记录已损坏。已挽救 {count, plural, other {# 条通知}}；损坏的文件保留为 {file}。',
  'engine-storage.work-waits': '历史记录的处理已推迟，会再次尝试：{cause}',
  'engine-storage.folder.forbidden': '您无权使用它',
  'engine-storage.folder.read-only': '它所在的磁盘只能读取',
  'engine-storage.folder.full': '它所在的磁盘已满',
  'engine-storage.folder.quota': '您在它所在的磁盘上不能使用更多空间',
  'engine-storage.folder.io': '它所在的磁盘报告错误',
  'engine-storage.folder.name-taken': '已有同名的文件',
  'engine-storage.folder.no-folder': '本应是文件夹的位置是一个文件',
}
