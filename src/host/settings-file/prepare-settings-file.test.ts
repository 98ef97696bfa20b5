import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { prepareSettingsFile } from './prepare-settings-file.ts'
import type { SettingsMigration } from './settings-migrations.ts'

const at = Date.UTC(2026, 10, 25)

function startFolder(content?: string | Uint8Array) {
  const folder = temporaryFolder()
  const path = join(folder, 'config.json')
  if (content !== undefined) writeFileSync(path, content)
  return {
    folder,
    path,
    prepare(steps?: readonly SettingsMigration[]) {
      const { notices, isNewer } = prepareSettingsFile(path, at, steps)
      return { notices: notices.map(inEnglish), isNewer }
    },
    read: (name = 'config.json') => readFileSync(join(folder, name)),
    values: () => JSON.parse(readFileSync(path, 'utf8')),
    others: () => readdirSync(folder).filter((name) => name !== 'config.json'),
  }
}

describe('the settings file', () => {
  it('is made where there is none, with its format', () => {
    const { prepare, values, others } = startFolder()
    expect(prepare()).toEqual({ notices: [], isNewer: false })
    expect([values(), others()]).toEqual([{ formatVersion: 1 }, []])
  })

  it('of the first Tocsin gets its format, is copied before, and keeps everything', () => {
    const text = '{"clientId": "alice", "theme": "dark", "fromElsewhere": {"a": [1]}}'
    const { prepare, read, values, others } = startFolder(text)
    expect(prepare().notices).toEqual([])
    expect(values()).toEqual({ ...JSON.parse(text), formatVersion: 1 })
    expect(others()).toEqual(['config.json.before-format-1'])
    expect(read('config.json.before-format-1').toString()).toBe(text)
  })

  it('that is in order is not written', () => {
    const text = '{"formatVersion": 1,   "theme": "dark", "unknown": 1}'
    const { prepare, read, others } = startFolder(text)
    expect(prepare()).toEqual({ notices: [], isNewer: false })
    expect([read().toString(), others()]).toEqual([text, []])
  })

  it('loses a value that cannot be used and no other, and is kept as it was', () => {
    const sources = { '': { caFile: 7, proxy: '', own: 1 }, 'wss://a/': { proxy: 'http://p' }, 'wss://b/': 3 }
    const text = JSON.stringify({
      ...{ formatVersion: 1, clientId: 'alice', theme: 'pink', toasts: 'yes', unknown: null },
      ...{ quietHours: [null], frequencySeconds: 7, sources },
    })
    const { prepare, read, values, others } = startFolder(text)
    const { notices } = prepare()
    expect(values()).toEqual({
      ...{ formatVersion: 1, clientId: 'alice', unknown: null, frequencySeconds: 7 },
      sources: { '': { proxy: '', own: 1 }, 'wss://a/': { proxy: 'http://p' } },
    })
    for (const words of [
      '"Show toasts" cannot be used: it must be boolean. Its default is used instead.',
      '"Quiet hours" cannot be used',
      '"Theme" cannot be used',
      '"Certificate authority" for the built-in server cannot be used',
      'The settings stored for wss://b/ cannot be used. Their defaults are used instead.',
    ]) {
      expect(notices.filter((notice) => notice.includes(words))).toHaveLength(1)
    }
    const [kept = ''] = others()
    expect(kept).toBe('config.json.unusable-values-2026-11-25T00-00-00.000Z')
    expect(notices).toHaveLength(6)
    expect(notices.at(-1)).toContain(kept)
    expect(read(kept).toString()).toBe(text)
    expect(prepare().notices).toEqual([])
  })

  it.each([[7], [[]], [null]])('loses what is stored for each source where it is %j', (sources) => {
    const { prepare, values } = startFolder(JSON.stringify({ formatVersion: 1, theme: 'dark', sources }))
    expect(prepare().notices[0]).toMatch(/^The settings stored for each source cannot be used\./)
    expect(values()).toEqual({ formatVersion: 1, theme: 'dark' })
  })

  it.each([
    ['cut off', '{"clientId":"alice","theme": ', /^The settings file could not be read\./, true],
    ['a list', '[{"clientId":"alice"}]', /^The settings file could not be read\./, true],
    ['null', 'null', /^The settings file could not be read\./, false],
    ['cut off behind another id', '{"clientId": 7, ', /^The settings file could not be read\./, false],
    ['cut off in its id', String.raw`{"clientId":"al\"ice`, /^The settings file could not be read\./, false],
    ['empty', '', /^The settings file is empty\./, false],
    ['nothing but zeros', '\0'.repeat(4096), /^The settings file is empty\./, false],
    [
      'a well',
      `{"a":${'['.repeat(5000)}${']'.repeat(5000)}, "clientId": "alice"}`,
      /could not be read/,
      true,
    ],
    ['huge', `{"clientId":"alice","a":"${'x'.repeat(2_000_000)}"}`, /far larger than settings are/, true],
  ])(
    'is set aside whole when it is %s, but for a client id that can be read',
    (_what, text, cause, hasId) => {
      const { prepare, read, values, others } = startFolder(text)
      const { notices } = prepare()
      const [aside = ''] = others()
      expect(aside).toBe('config.json.broken-2026-11-25T00-00-00.000Z')
      expect(read(aside).toString()).toBe(text)
      expect(notices).toEqual([expect.stringMatching(cause)])
      expect(notices[0]).toContain(aside)
      expect(notices[0]?.includes('The client id was found in it')).toBe(hasId)
      expect(values()).toEqual(hasId ? { formatVersion: 1, clientId: 'alice' } : { formatVersion: 1 })
    },
  )

  it('may begin with a byte order mark', () => {
    const { prepare, others } = startFolder('\uFEFF{"formatVersion": 1, "theme": "dark"}')
    expect([prepare().notices, others()]).toEqual([[], []])
  })

  it('is made beside a folder that has its name', () => {
    const { path, prepare, values, others } = startFolder()
    mkdirSync(path)
    writeFileSync(join(path, 'inside'), '')
    expect(prepare().notices).toEqual([
      expect.stringMatching(/^There is a folder in the settings file's place\./),
    ])
    expect([values(), others()]).toEqual([{ formatVersion: 1 }, [expect.stringContaining('.broken-')]])
  })

  it('that may not be read is set aside', () => {
    const { folder, path, prepare, others } = startFolder('{"theme": "dark"}')
    chmodSync(path, 0o000)
    if (process.getuid?.() === 0) {
      // Root may read everything: for this test it is somebody else.
      chownSync(folder, 65_534, 65_534)
      process.seteuid?.(65_534)
      onTestFinished(() => process.seteuid?.(0))
    }
    expect(prepare().notices).toEqual([expect.stringMatching(/^You may not read the settings file\./)])
    expect(others()).toEqual([expect.stringContaining('.broken-')])
  })

  it('may be a link, which stays one', () => {
    const { folder, path, prepare, values } = startFolder()
    writeFileSync(join(folder, 'elsewhere.json'), '{"theme": "dark"}')
    symlinkSync(join(folder, 'elsewhere.json'), path)
    prepare()
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(values()).toEqual({ theme: 'dark', formatVersion: 1 })
  })

  it('of a newer Tocsin is left as it is, also in what cannot be used, and the user told', () => {
    const text = '{"formatVersion": 9, "theme": {"by": "sun"}, "clientId": "alice"}'
    const { prepare, read, others } = startFolder(text)
    const { notices, isNewer } = prepare()
    expect(isNewer).toBe(true)
    expect(notices).toEqual([expect.stringMatching(/newer Tocsin \(their format is 9, this one knows 1\)/)])
    expect([read().toString(), others()]).toEqual([text, []])
  })
})

describe('migrating the settings file', () => {
  const steps: readonly SettingsMigration[] = [
    { version: 1, migrate: (values) => ({ ...values, seen: ['one'] }) },
    { version: 2, migrate: ({ old, ...values }) => ({ ...values, theme: old, seen: ['one', 'two'] }) },
  ]

  it('takes each step that is due, once, and judges the values afterwards', () => {
    const { prepare, values, others } = startFolder('{"formatVersion": 1, "old": "dark", "theme": 7}')
    expect(prepare(steps).notices).toEqual([])
    expect(values()).toEqual({ formatVersion: 2, theme: 'dark', seen: ['one', 'two'] })
    expect(prepare(steps).notices).toEqual([])
    expect(others()).toEqual(['config.json.before-format-2'])
  })

  it.each(['"2"', '-1', '1.5', 'null', '1e400'])('begins anew where the format is %s', (version) => {
    const { prepare, values } = startFolder(`{"formatVersion": ${version}, "old": "light"}`)
    prepare(steps)
    expect(values()).toMatchObject({ formatVersion: 2, theme: 'light' })
  })

  it('keeps the copy of an earlier try', () => {
    const { folder, prepare, read } = startFolder('{"theme": "dark"}')
    writeFileSync(join(folder, 'config.json.before-format-2'), 'earlier')
    prepare(steps)
    expect(read('config.json.before-format-2').toString()).toBe('earlier')
  })
})
