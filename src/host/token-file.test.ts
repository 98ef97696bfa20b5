import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createFileSecretStore } from './file-secret-store.ts'
import { platformName } from './platform-name.ts'
import { createTokenFile } from './token-file.ts'

const isPosix = platformName !== 'win32'
const modeOf = (path: string): number => statSync(path).mode & 0o777

describe('the file of access tokens', () => {
  it('keeps one for each source, forgets it when told to, and is read again', async () => {
    const folder = temporaryFolder()
    const store = createFileSecretStore(folder, platformName)
    expect(store.has('')).toBe(false)
    expect(await store.set('', 'one')).toBeNull()
    await store.set('wss://a.test/', 'two')
    await store.set('__proto__', 'three')
    const again = createFileSecretStore(folder, platformName)
    expect(await Promise.all(['', 'wss://a.test/', '__proto__', 'toString'].map(again.get))).toEqual([
      'one',
      'two',
      'three',
      null,
    ])
    await again.set('', null)
    expect([store.has(''), store.has('wss://a.test/')]).toEqual([false, true])
  })

  it.runIf(isPosix)('is readable by its owner alone, whatever lay in its place before', () => {
    const path = join(temporaryFolder(), 'tokens.json')
    const others = `${path}.of-others`
    writeFileSync(path, '{"a": "old"}', { mode: 0o666 })
    chmodSync(path, 0o666)
    writeFileSync(others, 'untouched')
    // What a crash, or somebody else, left where the new file is made.
    symlinkSync(others, `${path}.new`)
    createTokenFile(path, platformName).set('b', 'new')
    expect(modeOf(path)).toBe(0o600)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a: 'old', b: 'new' })
    expect(readFileSync(others, 'utf8')).toBe('untouched')
  })

  it('refuses, in so many words and with nothing changed, where it cannot be written', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'no-such-folder', 'tokens.json')
    const file = createTokenFile(path, platformName)
    expect(() => file.set('a', 'secret')).toThrow(
      /^The access token could not be kept in .*tokens\.json: ENOENT/,
    )
    expect(() => file.set('a', 'secret')).not.toThrow(/secret/)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each(['', '{', '[]', 'null', '{"a": 7}'])('holds nothing where it is %j, and is made anew', (text) => {
    const path = join(temporaryFolder(), 'tokens.json')
    writeFileSync(path, text)
    const file = createTokenFile(path, platformName)
    expect(file.get('a')).toBeNull()
    file.set('a', 'one')
    expect(file.get('a')).toBe('one')
  })
})
