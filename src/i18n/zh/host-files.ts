import type { Translation } from '../catalogue.ts'
import type { hostFiles as english } from '../en/host-files.ts'

export const hostFiles: Translation<typeof english> = {
  'host-files.put-notifications': '请将 JSON Lines 文件放入 {folder}，然后再次选择“导入”。',
  'host-files.put-settings': '请将名称以 .json 结尾的 Tocsin 设置文件放入 {folder}，然后再次选择“导入”。',
  'host-files.no-folder': '无法创建文件夹 {folder}。请自行创建，或确认其磁盘有空间且可写。',
}
