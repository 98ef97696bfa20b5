import { expect, test } from 'vitest'
import { defaultDataFolder } from './data-folder.ts'

test('each port has a folder of its own, where the system keeps data', () => {
  expect(defaultDataFolder(8787, {}, '/home/anna')).toBe('/home/anna/.local/share/tocsin-server/8787')
  expect(defaultDataFolder(8787, { XDG_DATA_HOME: '/data' }, '/home/anna')).toBe('/data/tocsin-server/8787')
  expect(defaultDataFolder(8788, { APPDATA: '/roaming' }, '/home/anna')).toBe('/roaming/tocsin-server/8788')
})

test('a port that the system chooses has none', () => {
  expect(defaultDataFolder(0, {}, '/home/anna')).toBeNull()
})
