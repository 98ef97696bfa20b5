import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { defaultDataFolder, prepareDataFolder } from './data-folder.ts'

describe('the data folder', () => {
  it('is the one that Electron would choose', () => {
    expect(defaultDataFolder('linux', {}, '/home/a')).toBe('/home/a/.config/tocsin')
    expect(defaultDataFolder('linux', { XDG_CONFIG_HOME: '/x' }, '/home/a')).toBe('/x/tocsin')
    expect(defaultDataFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/tocsin')
    expect(defaultDataFolder('win32', { APPDATA: '/R' }, '/U')).toBe('/R/tocsin')
  })

  it('that cannot be one is refused with what to do', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(() => prepareDataFolder(join(file, 'below', 'it'))).toThrow(
      /cannot be used .*: there is a file where a folder should be\..*--data-dir\.$/,
    )
    const deep = join(temporaryFolder(), 'a', 'b')
    prepareDataFolder(deep)
    prepareDataFolder(deep)
    expect(existsSync(deep)).toBe(true)
  })
})
