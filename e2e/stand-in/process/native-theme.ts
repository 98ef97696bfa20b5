/** Electron's `nativeTheme`: pages follow it as if it were the computer's own. */
import type { NativeTheme as PublicNativeTheme } from 'electron'
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { EventSource } from './event-source.ts'

/** The stand-in's computer is a light one. */
export function createNativeTheme(desk: Desk): ElectronSubset['nativeTheme'] {
  class NativeTheme extends EventSource<PublicNativeTheme> {
    #themeSource: PublicNativeTheme['themeSource'] = 'system'

    get themeSource() {
      return this.#themeSource
    }

    /** Listeners are told later, and only where light becomes dark or dark light (electron_api_native_theme.cc). */
    set themeSource(source) {
      if (source === this.#themeSource) return
      const wasDark = this.shouldUseDarkColors
      this.#themeSource = source
      desk.report({ is: 'theme-chosen', source })
      if (this.shouldUseDarkColors !== wasDark) setImmediate(() => this.events.emit('updated'))
    }

    get shouldUseDarkColors(): boolean {
      return this.#themeSource === 'dark'
    }

    /** On Linux it is the same (electron_api_native_theme.cc). */
    get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
      return this.shouldUseDarkColors
    }
  }
  return new NativeTheme()
}
