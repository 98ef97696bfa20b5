/** Windows and macOS: their panel shows every icon. */
import type { DesktopPlatform } from './desktop-platform.ts'

export const alwaysHasTray: DesktopPlatform['watchTrayHost'] = (_clock, onChange) => {
  onChange(true)
  return { [Symbol.dispose]() {} }
}
