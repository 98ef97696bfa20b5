export const keyboard = {
  'keyboard.then': '{first} then {second}',
  'keyboard.or': 'or',
  'keyboard.key.enter': 'Enter',
  'keyboard.key.escape': 'Esc',
  'keyboard.key.delete': 'Delete',
  'keyboard.key.home': 'Home',
  'keyboard.key.end': 'End',
  'keyboard.key.shift': 'Shift',
  'keyboard.key.control': 'Ctrl',
  'keyboard.close': 'Close',
} as const
