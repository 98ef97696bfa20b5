import type { Translation } from '../catalogue.ts'
import type { engineSettings as english } from '../en/engine-settings.ts'

export const engineSettings: Translation<typeof english> = {
  'engine-settings.invalid': '无法使用“{label}”的这个值 ({problem})。',
  'engine-settings.stored': '无法使用已存储的设置“{label}”({problem})。将改用默认值。',
  'engine-settings.stored.built-in': '无法使用为内置服务器存储的设置“{label}”({problem})。将改用默认值。',
  'engine-settings.stored.source': '无法使用为 {source} 存储的设置“{label}”({problem})。将改用默认值。',
  'engine-settings.stored-sources': '无法使用为每个来源存储的设置。将改用默认值。',
  'engine-settings.not-saved': '无法保存设置 ({cause})。没有做任何更改。',
  'engine-settings.search-name.empty': '已保存的搜索需要一个可见的名称。',
  'engine-settings.search-name.taken': '已有名为“{name}”的已保存搜索。请选择另一个名称。',
  'engine-settings.left-out': '导出的设置不包含含有密码或令牌的项目：{labels}。',
  'engine-settings.export.not-written': '无法将设置写入 {file} ({cause})。请选择另一个位置。',
  'engine-settings.import.nothing': '没有导入任何内容。{problem}',
  'engine-settings.import.unreadable': '无法读取 {file} ({cause})。',
  'engine-settings.import.no-file': '它不是文件',
  'engine-settings.import.large': '它大于 1 MB，而设置只有几千字节',
  'engine-settings.import.not-ours': '这不是 Tocsin 的设置文件。请选择由“导出设置”写入的文件。',
  'engine-settings.import.newer':
    '该文件由较新的 Tocsin 写入（其格式为 {version}，此版本支持 {known}）。请更新 Tocsin，然后重新导入。',
  'engine-settings.import.unknown': '此版本的 Tocsin 中没有设置“{name}”。请将其从文件中删除，或更新 Tocsin。',
}
