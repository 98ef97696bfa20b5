import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from './data-folder.ts'

describe('the data folder', () => {
  it('is the one that Electron would choose', () => {
    expect(defaultDataFolder('linux', {}, '/home/a')).toBe('/home/a/.config/tocsin')
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: '/x' }, '/home/a')).toBe('/x/tocsin')
    expect(defaultDataFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/tocsin')
    expect(defaultDataFolder('win32', { APPDATA: '/R' }, '/U')).toBe('/R/tocsin')
  })
})
