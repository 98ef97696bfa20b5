/** Settings that are taken along: what is written, and what of a file is taken. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Settings, settingNames } from '../../contract/settings-table.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { defaultSettings } from '../diagnosis/diagnosis-under-test.ts'
import { parseSettingsExport, readSettingsExport } from './read-settings-export.ts'
import { settingsExport } from './settings-export.ts'

const full: Settings = {
  ...defaultSettings,
  ...{ source: 'wss://h/ws', theme: 'high-contrast', language: 'zh', isWelcomed: true },
  mutes: [{ type: 'error', titlePattern: 'Build # failed' }],
  savedSearches: [{ name: 'Errors', query: 'is:error' }],
}

const file = (settings: unknown, rest: object = {}): string =>
  JSON.stringify({ tocsin: 'settings', version: 1, settings, ...rest })

describe('exported settings', () => {
  it('are all of them but who we are, and are read back as they were', () => {
    const { text, leftOut } = settingsExport(full)
    const others = Object.fromEntries(Object.entries(full).filter(([name]) => name !== 'clientId'))
    expect(leftOut).toEqual([])
    expect(JSON.parse(text)).toEqual({ tocsin: 'settings', version: 1, settings: others })
    expect(parseSettingsExport(text)).toEqual(others)
  })

  it.each([
    [{ proxy: 'http://name:word@proxy' }, 'proxy'],
    [{ proxy: 'http://name@proxy' }, 'proxy'],
    [{ source: 'wss://name:word@h' }, 'source'],
    [{ source: 'wss://h/ws?key=word' }, 'source'],
  ])('are without what holds a password: %j', (change, name) => {
    const { text, leftOut } = settingsExport({ ...full, ...change })
    expect(leftOut).toEqual([name])
    expect(text).not.toContain('word')
    expect(JSON.parse(text).settings).not.toHaveProperty(name)
  })
})

describe('a file of settings', () => {
  it('may name a few of them, written by hand', () => {
    expect(parseSettingsExport(file({ theme: 'dark', clientId: 'alice' }))).toEqual({
      ...{ theme: 'dark', clientId: 'alice' },
    })
    expect(parseSettingsExport(file({}))).toEqual({})
  })

  it.each([
    ['no JSON', /is not a file of Tocsin's settings/],
    ['[]', /is not a file of Tocsin's settings/],
    ['{"tocsin":"settings"}', /is not a file of Tocsin's settings/],
    [file({}, { tocsin: 'other' }), /is not a file of Tocsin's settings/],
    [file({}, { version: 0 }), /is not a file of Tocsin's settings/],
    [file({}, { version: '1' }), /is not a file of Tocsin's settings/],
    [file([]), /is not a file of Tocsin's settings/],
    [
      file({}, { version: 2 }),
      /A newer Tocsin wrote that file \(its form is 2, this one knows 1\)\. Update Tocsin/,
    ],
    [file({ theme: 'dark', colour: 'red' }), /There is no setting "colour" in this Tocsin/],
    ['{"tocsin":"settings","version":1,"settings":{"__proto__":{}}}', /There is no setting "__proto__"/],
    [file({ frequencySeconds: 31 }), /^Nothing was imported\. Frequency must be <= 30/],
    [file({ language: 'fr' }), /^Nothing was imported\. Language must be/],
    [file({ mutes: [{ type: 'error' }] }), /^Nothing was imported\. Muted /],
    [
      `{"tocsin":"settings","version":1,"settings":{"mutes":${'['.repeat(9_999)}${']'.repeat(9_999)}}}`,
      /Muted/,
    ],
  ])('is refused whole: %s', (text, sentence) => {
    expect(() => parseSettingsExport(text)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(sentence) }),
    )
  })

  it('is read as it is, a byte order mark aside', async () => {
    const path = join(temporaryFolder(), 'settings.json')
    writeFileSync(path, `\ufeff${file({ theme: 'dark' })}`)
    expect(await readSettingsExport(path)).toEqual({ theme: 'dark' })
  })

  it('is refused where it is too large, or no file at all', async () => {
    const folder = temporaryFolder()
    const large = join(folder, 'large.json')
    writeFileSync(large, file({ theme: 'dark' }).padEnd(1024 * 1024 + 1))
    await expect(readSettingsExport(large)).rejects.toThrow(
      /large\.json cannot be read \(it is larger than 1 MB/,
    )
    mkdirSync(join(folder, 'a'))
    await expect(readSettingsExport(join(folder, 'a'))).rejects.toThrow(/it is not a file/)
    await expect(readSettingsExport(join(folder, 'none'))).rejects.toMatchObject({ code: 'bad-input' })
  })
})

it('every setting is exported or stays at home on purpose', () => {
  const { settings } = JSON.parse(settingsExport(full).text)
  expect([...Object.keys(settings), 'clientId'].toSorted()).toEqual([...settingNames].toSorted())
})
