import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { NativeTheme } from 'electron'
import { describe, expect, it } from 'vitest'
import { trayStates } from '../tray-state.ts'
import { darwin } from './darwin.ts'
import { linux } from './linux.ts'
import { win32 } from './win32.ts'

const resources = join(import.meta.dirname, '..', '..', '..', 'resources')
const panel = (isDark: boolean) => ({ shouldUseDarkColorsForSystemIntegratedUI: isDark })

describe.each(Object.entries({ darwin, linux, win32 }))('the tray on %s', (_name, platform) => {
  it.each([true, false])('has a picture of its own for each state, the panel being dark: %s', (isDark) => {
    const paths = trayStates.map((state) => platform.trayImagePath(resources, state, panel(isDark)))
    expect(new Set(paths).size).toBe(trayStates.length)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})

describe('the tray on Windows', () => {
  it('has other pictures on a dark taskbar than on a light one', () => {
    const path = (isDark: boolean) => win32.trayImagePath(resources, 'unread', panel(isDark))
    expect(path(true)).not.toBe(path(false))
  })

  it.each([true, false])('asks Electron to look at the taskbar, and leaves the theme as it was', (isDark) => {
    const chosen: NativeTheme['themeSource'][] = []
    const theme = {
      shouldUseDarkColors: isDark,
      get themeSource() {
        return chosen.at(-1) ?? 'system'
      },
      set themeSource(source) {
        chosen.push(source)
      },
    }
    win32.learnPanelColour(theme)
    // Electron looks when the theme it uses becomes another one.
    expect(chosen).toEqual([isDark ? 'light' : 'dark', 'system'])
  })
})
