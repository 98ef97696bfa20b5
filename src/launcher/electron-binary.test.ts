import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { findElectronBinary, findElectronPackage } from './electron-binary.ts'

function install(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder()
  const folder = join(root, 'node_modules', 'electron')
  mkdirSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{}')
  writeFileSync(join(folder, 'package.json'), '{"name":"electron","version":"45.4.1"}')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return { root, folder }
}

const whole = { 'path.txt': 'electron', 'dist/version': 'v45.4.1', 'dist/electron': '' }

describe("Electron's program", () => {
  it('is found where it is whole', () => {
    const { root, folder } = install(whole)
    const electron = findElectronPackage(root)
    expect(electron).toEqual({ folder, version: '45.4.1' })
    expect(electron && findElectronBinary(electron, {})).toBe(join(folder, 'dist', 'electron'))
  })

  it.each([
    ['not fetched', {}],
    ['of another version', { ...whole, 'dist/version': '44.0.0' }],
    ['half unpacked', { 'dist/version': '45.4.1', 'dist/electron': '' }],
  ])('is not there when it is %s', (_name, files) => {
    const { folder } = install(files)
    expect(findElectronBinary({ folder, version: '45.4.1' }, {})).toBeNull()
  })

  it('may be somewhere else by Electron’s own variable', () => {
    const { folder } = install({ 'path.txt': 'electron' })
    const other = temporaryFolder()
    writeFileSync(join(other, 'electron'), '')
    const find = (path: string) =>
      findElectronBinary({ folder, version: '1' }, { ELECTRON_OVERRIDE_DIST_PATH: path })
    expect(find(other)).toBe(join(other, 'electron'))
    expect(find(join(other, 'nowhere'))).toBeNull()
  })

  it('has no package where none is installed', () => {
    expect(findElectronPackage(temporaryFolder())).toBeNull()
  })
})
