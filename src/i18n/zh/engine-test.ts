import type { Translation } from '../catalogue.ts'
import type { engineTest as english } from '../en/engine-test.ts'

export const engineTest: Translation<typeof english> = {
  'engine-test.title': '测试通知',
  'engine-test.message': 'Tocsin 在 {time} 向自己发送了此通知。',
  'engine-test.received': '已将一个帧读取为信息通知，如同由服务器发送。',
  'engine-test.stored': '它已存入历史记录。',
  'engine-test.not-stored': '它在十秒内没有被存储。',
  'engine-test.silent': '没有显示弹出通知。',
  'engine-test.digest': '它被计入一条汇总的弹出通知。',
  'engine-test.decided': '将显示弹出通知。',
  'engine-test.handed-over': '弹出通知已交给桌面。',
  'engine-test.shown': '桌面表示它已显示。',
  'engine-test.unanswered': '桌面在十秒内没有说明它是否已显示。',
}
