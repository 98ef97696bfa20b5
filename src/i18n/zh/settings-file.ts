import type { Translation } from '../catalogue.ts'
import type { settingsFile as english } from '../en/settings-file.ts'

export const settingsFile: Translation<typeof english> = {
  'settings-file.stored-sources': '无法使用为每个来源存储的设置。将改用它们的默认值。',
  'settings-file.stored-source': '无法使用为 {source} 存储的设置。将改用它们的默认值。',
  'settings-file.stored-source.built-in': '无法使用为内置服务器存储的设置。将改用它们的默认值。',
  'settings-file.kept': '原来的设置文件保留为 {file}。',
  'settings-file.aside': '{cause}它保留为 {file}，并使用默认值。',
  'settings-file.client-id-found': '在其中找到了客户端 ID，它保持不变。',
  'settings-file.newer':
    '设置最后由较新的 Tocsin 写入（其格式为 {version}，此版本支持 {known}）。此版本能理解的部分会被使用，其余保持不变。请更新 Tocsin 以使用全部设置。',
  'settings-file.changed': '设置文件已被另一个程序更改，无法使用 ({cause})。请修复它，或重新启动 Tocsin。',
  'settings-file.is-folder': '设置文件的位置上是一个文件夹。',
  'settings-file.is-device': '设置文件的位置上是一个设备。',
  'settings-file.forbidden': '您无权读取设置文件。',
  'settings-file.large': '设置文件远大于设置应有的大小。',
  'settings-file.empty': '设置文件为空。',
  'settings-file.unreadable': '无法读取设置文件。',
}
