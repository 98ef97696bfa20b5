import type { Translation } from '../catalogue.ts'
import type { secrets as english } from '../en/secrets.ts'

export const secrets: Translation<typeof english> = {
  'secrets.not-kept': '无法将访问令牌保存在 {file} 中：{cause}。',
  'secrets.readable': '在此磁盘上，此计算机的每个用户都能读取它',
  'secrets.weak':
    '此桌面没有 Tocsin 可用的密钥环：访问令牌保存在只有您能读取的文件中，但得到该文件的人都能读取它。',
  'secrets.weakly-kept':
    '访问令牌保存在只有您能读取的文件中，但得到该文件的人都能读取它：此桌面没有 Tocsin 可用的密钥环。一旦有了密钥环，令牌会在下次使用时由它加密。',
  'secrets.unreadable': '无法读取访问令牌：此计算机的钥匙串无法打开它。请解锁钥匙串，或重新输入令牌。',
  'secrets.no-keychain': '未能保存访问令牌：此计算机的钥匙串目前无法使用。请解锁后重试。',
}
