import type { Translation } from '../catalogue.ts'
import type { engineFiles as english } from '../en/engine-files.ts'

export const engineFiles: Translation<typeof english> = {
  'engine-files.export.full':
    '磁盘已满，因此未导出任何内容。请释放一些空间，或选择另一个磁盘，然后重新导出。',
  'engine-files.export.forbidden': 'Tocsin 无权写入“{folder}”，因此未导出任何内容。请选择另一个文件夹。',
  'engine-files.export.no-folder': '文件夹“{folder}”不存在，因此未导出任何内容。请选择另一个文件夹。',
  'engine-files.export.is-folder': '“{file}”是文件夹，因此未导出任何内容。请选择另一个名称。',
  'engine-files.export.failed': '导出失败：{reason}。未导出任何内容；请重试，或选择另一个文件夹。',
  'engine-files.import.stopped':
    '导入在 {count, plural, other {# 条通知}}之后停止 ({cause})。这些通知已保留。',
  'engine-files.import.left-out': '已略过 {count, plural, other {# 行}}；第一处是第 {line} 行：{reason}',
  'engine-files.import.long': '该行超过了通知可能的最大长度。',
  'engine-files.import.not-utf8': '该行不是 UTF-8 文本。',
  'engine-files.import.no-object': '该行不是 JSON 对象。',
  'engine-files.import.received-at': '它的“receivedAt”不是时间，例如 2026-01-31T12:00:00.000Z。',
  'engine-files.import.read-at': '它的“readAt”既不是时间也不是 null。',
  'engine-files.import.pinned-at': '它的“pinnedAt”既不是时间也不是 null。',
  'engine-files.import.source': '它的“source”既不是地址也不是 null。',
  'engine-files.import.large': '该通知大于 1 MiB。',
  'engine-files.import.system': '它是服务器自身的消息，不是通知。',
  'engine-files.import.no-notification': '它不是通知。',
  'engine-files.delete.partly': '未能全部删除 ({cause})。请重试。',
  'engine-files.delete.too-late': '现在撤销已太晚：通知已被移除。',
}
