/** Electron's `nativeTheme`: pages follow it as if it were the computer's own. */
import type { NativeTheme } from 'electron'
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

/** The stand-in's computer is a light one. */
export function createNativeTheme(desk: Desk): ElectronSubset['nativeTheme'] {
  let themeSource: NativeTheme['themeSource'] = 'system'
  return {
    get themeSource() {
      return themeSource
    },
    set themeSource(source) {
      if (source === themeSource) return
      themeSource = source
      desk.report({ is: 'theme-chosen', source })
    },
    get shouldUseDarkColors() {
      return themeSource === 'dark'
    },
  }
}
