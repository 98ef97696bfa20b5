import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { hashOf } from './access-token.ts'
import { changeTokenFile, readTokenFile } from './token-file.ts'

const isPosix = process.getuid !== undefined
const token = (name: string) => ({ name, hash: hashOf(name), publish: ['*'] })
const textOf = (...tokens: readonly object[]) => JSON.stringify({ tokens })

function fileWith(text: string, mode = 0o600): string {
  const path = join(temporaryFolder(), 'tokens.json')
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

test.runIf(isPosix).each([0o644, 0o604, 0o602, 0o620, 0o601, 0o660])('mode %o is refused', (mode) => {
  expect(() => readTokenFile(fileWith(textOf(), mode))).toThrow(/other users .* chmod 600/)
})

test.runIf(isPosix).each([0o600, 0o400, 0o440, 0o640])(
  'mode %o is taken: a service may be given it by its group',
  (mode) => {
    expect(readTokenFile(fileWith(textOf(token('a')), mode)).tokens).toEqual([token('a')])
  },
)

test.each([
  ['{"tokens": []\n"more"}', /is not JSON: see line 2 column 1\.$/],
  ['', /is not JSON/],
  ['[]', /not as it should be/],
  ['{"tokens": [], "more": 1}', /not as it should be/],
  [textOf({ name: 'a' }), /\/tokens\/0 must have required properties hash/],
  [textOf({ ...token('a'), right: 'all' }), /not as it should be: \/tokens\/0/],
  [textOf({ ...token('a'), hash: 'tocsin_plain' }), /\/tokens\/0\/hash/],
  [textOf({ ...token('a'), publish: ['a*b'] }), /\/tokens\/0\/publish\/0/],
  [textOf({ ...token('a'), expires: 'tomorrow' }), /\/tokens\/0\/expires/],
  [textOf({ ...token('a'), expires: '2030-13-01T00:00:00Z' }), /a time that does not exist, at "a"/],
  [textOf({ ...token('a b') }), /\/tokens\/0\/name/],
  [textOf(token('a'), token('a')), /a name or a hash twice, at "a"/],
  [textOf(token('a'), { ...token('b'), hash: hashOf('a') }), /twice, at "b"/],
])('%j is refused in one sentence', (text, problem) => {
  const path = fileWith(text)
  expect(() => readTokenFile(path)).toThrow(problem)
  expect(() => readTokenFile(path)).toThrow(/^[^\n]+\.$/)
})

test('what stands in a file that cannot be read is not told', () => {
  for (const text of ['{"tokens": [s3cret]}', textOf({ ...token('a'), hash: 's3cret' }), 's3cret']) {
    expect(() => readTokenFile(fileWith(text))).not.toThrow(/s3cret/)
    expect(() => readTokenFile(fileWith(text))).toThrow()
  }
})

test('none there, a folder, too large', () => {
  const folder = temporaryFolder()
  expect(() => readTokenFile(join(folder, 'none'))).toThrow(/no token file .*tocsin-server token create/)
  expect(() => readTokenFile(folder)).toThrow(/is no file/)
  expect(() => readTokenFile(fileWith(' '.repeat(4 * 1024 * 1024 + 1)))).toThrow(/too large/)
})

test('it is made for its owner alone, and changed whole', () => {
  const path = join(temporaryFolder(), 'tokens.json')
  changeTokenFile(path, (before) => [...before, token('a')])
  if (isPosix) expect(statSync(path).mode & 0o777).toBe(0o600)
  const inode = statSync(path).ino
  changeTokenFile(path, (before) => [...before, token('b')])
  // Another file in its place: who reads it meanwhile sees the one or the other.
  expect(statSync(path).ino).not.toBe(inode)
  expect(readTokenFile(path).tokens).toEqual([token('a'), token('b')])
  expect(readdirSync(dirname(path))).toEqual(['tokens.json'])
})

test.runIf(isPosix)('a group that may read it still may', () => {
  const path = fileWith(textOf(), 0o640)
  changeTokenFile(path, () => [token('a')])
  expect(statSync(path).mode & 0o777).toBe(0o640)
})

test('a change that fails, and one at the same time, change nothing', () => {
  const path = fileWith(textOf(token('a')))
  const fail = () => {
    throw new Error('no')
  }
  expect(() => changeTokenFile(path, fail)).toThrow(/could not be written: no/)
  expect(readdirSync(dirname(path))).toEqual(['tokens.json'])
  changeTokenFile(path, (before) => {
    expect(() => changeTokenFile(path, () => [])).toThrow(/being changed by another command.*delete .*\.new/)
    return before
  })
  expect(readTokenFile(path).tokens).toEqual([token('a')])
})

test('what cannot be read is not written over', () => {
  const path = fileWith('{')
  expect(() => changeTokenFile(path, () => [])).toThrow(/is not JSON/)
  expect(readFileSync(path, 'utf8')).toBe('{')
})

test.runIf(isPosix)('a link is followed', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'real'))
  writeFileSync(join(folder, 'real', 'tokens'), textOf(), { mode: 0o600 })
  symlinkSync(join(folder, 'real', 'tokens'), join(folder, 'link'))
  changeTokenFile(join(folder, 'link'), () => [token('a')])
  expect(readTokenFile(join(folder, 'real', 'tokens')).tokens).toEqual([token('a')])
  expect(existsSync(join(folder, 'link.new'))).toBe(false)
})
