import type { Translation } from '../catalogue.ts'
import type { keyboard as english } from '../en/keyboard.ts'

export const keyboard: Translation<typeof english> = {
  'keyboard.then': '{first} 然后 {second}',
  'keyboard.or': '或',
  'keyboard.key.enter': '回车',
  'keyboard.key.escape': 'Esc',
  'keyboard.key.delete': 'Delete',
  'keyboard.key.home': 'Home',
  'keyboard.key.end': 'End',
  'keyboard.key.shift': 'Shift',
  'keyboard.key.control': 'Ctrl',
  'keyboard.close': '关闭',
}
