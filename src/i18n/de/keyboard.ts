import type { Translation } from '../catalogue.ts'
import type { keyboard as english } from '../en/keyboard.ts'

export const keyboard: Translation<typeof english> = {
  'keyboard.then': '{first}, dann {second}',
  'keyboard.or': 'oder',
  'keyboard.key.enter': 'Eingabe',
  'keyboard.key.escape': 'Esc',
  'keyboard.key.delete': 'Entf',
  'keyboard.key.home': 'Pos1',
  'keyboard.key.end': 'Ende',
  'keyboard.key.shift': 'Umschalt',
  'keyboard.key.control': 'Strg',
  'keyboard.close': 'Schließen',
}
