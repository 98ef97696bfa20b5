/** Settings through a whole engine: back to their defaults, out to a file, in from one. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsTable } from '../../contract/settings-table.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { ChooseFile } from '../engine.ts'
import { memorySettings, startEngine } from '../engine-under-test.ts'
import { sourceKey } from '../settings/source-key.ts'

const stored = {
  ...{ source: 'ws://127.0.0.1:1', clientId: 'alice', theme: 'dark', retentionDays: 7, isWelcomed: true },
  savedSearches: [{ name: 'Errors', query: 'is:error' }],
}

/** A user who chooses this. */
function choosing(file: string | null) {
  const asked: string[] = []
  const chooseFile: ChooseFile = {
    forExport(name, content) {
      asked.push(`${content} ${name}`)
      return Promise.resolve(file)
    },
    forImport(content) {
      asked.push(content)
      return Promise.resolve(file)
    },
  }
  return { chooseFile, asked }
}

const started = (file: string | null = null, more: Readonly<Record<string, unknown>> = {}) => {
  const { chooseFile, asked } = choosing(file)
  const app = startEngine({ source: '', chooseFile, settings: memorySettings({ ...stored, ...more }) })
  return { ...app, asked, commands: app.engine.handlers, settings: () => app.engine.view.settings }
}

describe('resetSettings', () => {
  it('brings back all but who and where we are, and what the user has made', async () => {
    const { commands, settings, until } = started()
    await commands.resetSettings({})
    expect(settings()).toMatchObject({ theme: 'system', retentionDays: settingsTable.retentionDays.default })
    const { source, clientId, isWelcomed, savedSearches } = stored
    expect(settings()).toMatchObject({ source, clientId, isWelcomed, savedSearches })
    await until((change) => change.kind === 'settings-changed' && change.settings.theme === 'system')
  })

  it('brings back those that are named, whatever they are', async () => {
    const { commands, settings } = started()
    await commands.resetSettings({ names: ['savedSearches', 'clientId'] })
    expect(settings()).toMatchObject({ savedSearches: [], theme: 'dark', clientId: 'tocsin-iiiiiiii' })
  })
})

describe('exportSettings', () => {
  it('writes a file under a name that says what it is', async () => {
    const file = join(temporaryFolder(), 'out.json')
    const { commands, asked } = started(file)
    expect(await commands.exportSettings({})).toEqual({ file })
    expect(asked).toEqual([expect.stringMatching(/^settings tocsin-settings-\d{4}-\d{2}-\d{2}\.json$/)])
    expect(JSON.parse(readFileSync(file, 'utf8')).settings).toMatchObject({ theme: 'dark' })
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('says what it left out, without saying it', async () => {
    const sources = { [sourceKey(stored.source)]: { proxy: 'http://n:secret-word@proxy' } }
    const file = join(temporaryFolder(), 'out.json')
    const { commands, until, changes } = started(file, { sources })
    await commands.exportSettings({})
    await until(
      (change) =>
        change.kind === 'activity-logged' &&
        change.entries.some(({ text }) => /password .*: Proxy\.$/.test(text)),
    )
    expect(readFileSync(file, 'utf8') + JSON.stringify(changes)).not.toContain('secret-word')
  })

  it('is of the settings in the file, while another source is in use', async () => {
    const file = join(temporaryFolder(), 'out.json')
    const sources = { [sourceKey('ws://127.0.0.1:2')]: { proxy: '' } }
    const app = startEngine({
      ...{ source: '', chooseFile: choosing(file).chooseFile, sourceOverride: 'ws://127.0.0.1:2' },
      settings: memorySettings({ ...stored, sources }),
    })
    expect(app.engine.view.settings.proxy).toBe('')
    await app.engine.handlers.exportSettings({})
    expect(JSON.parse(readFileSync(file, 'utf8')).settings).toMatchObject({
      ...{ source: stored.source, proxy: 'environment' },
    })
  })

  it('is nothing where no place was chosen, and is refused where it cannot be written', async () => {
    expect(await started(null).commands.exportSettings({})).toBeNull()
    await expect(
      started(join(temporaryFolder(), 'no', 'out.json')).commands.exportSettings({}),
    ).rejects.toMatchObject({
      ...{
        code: 'unavailable',
        message: expect.stringMatching(/^The settings could not be written to .*ENOENT/),
      },
    })
  })
})

describe('importSettings', () => {
  const write = (settings: object): string => {
    const file = join(temporaryFolder(), 'in.json')
    writeFileSync(file, JSON.stringify({ tocsin: 'settings', version: 1, settings }))
    return file
  }

  it('changes what differs, and says how much that is', async () => {
    const { commands, settings, asked } = started(write({ theme: 'light', retentionDays: 7, language: 'de' }))
    expect(await commands.importSettings({})).toEqual({ changedCount: 2 })
    expect(settings()).toMatchObject({ theme: 'light', language: 'de', retentionDays: 7 })
    expect(asked).toEqual(['settings'])
  })

  it.each([
    [{ theme: 'light', source: 'http://h' }, /must start with ws:/],
    [{ theme: 'light', caFile: '/no/such/ca.pem' }, /cannot be read/],
    [{ theme: 'light', retentionDays: -1 }, /^Nothing was imported\. /],
    [
      {
        theme: 'light',
        savedSearches: [
          { name: 'Disk', query: 'a' },
          { name: 'disk ', query: 'b' },
        ],
      },
      /^Nothing was imported\. There is a saved search "disk" already/,
    ],
  ])('changes nothing where something cannot be used: %j', async (change, sentence) => {
    const { commands, settings } = started(write(change))
    await expect(commands.importSettings({})).rejects.toMatchObject({
      ...{ code: 'bad-input', message: expect.stringMatching(sentence) },
    })
    expect(settings()).toMatchObject(stored)
  })

  it('leaves the source of the command line in use where the file has the stored one', async () => {
    const overriding = (settings: object) =>
      startEngine({
        ...{
          source: '',
          chooseFile: choosing(write(settings)).chooseFile,
          sourceOverride: 'ws://127.0.0.1:2',
        },
        settings: memorySettings(stored),
      }).engine
    const { source } = stored
    const same = overriding({ theme: 'light', source, proxy: settingsTable.proxy.default })
    expect(await same.handlers.importSettings({})).toEqual({ changedCount: 1 })
    expect(same.view).toMatchObject({ settings: { theme: 'light' }, source: { isOverride: true } })
    const other = overriding({ source, proxy: '' })
    await other.handlers.importSettings({})
    expect(other.view).toMatchObject({ settings: { source, proxy: '' }, source: { isOverride: false } })
  })

  it('is nothing where no file was chosen', async () => {
    expect(await started(null).commands.importSettings({})).toBeNull()
  })
})
