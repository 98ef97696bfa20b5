import type { Translation } from '../catalogue.ts'
import type { acknowledgement as english } from '../en/acknowledgement.ts'

export const acknowledgement: Translation<typeof english> = {
  'acknowledgement.none': '未读',
  'acknowledgement.pending': '已读，正在发送…',
  'acknowledgement.sent': '已读，等待服务器',
  'acknowledgement.confirmed': '已读，已确认',
  'acknowledgement.unconfirmed': '已读，服务器未确认',
  'acknowledgement.local': '仅在此处已读',
  'acknowledgement.unread-waits': '较早的通知仍在被标为已读，请稍后重试。',
}
