import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it } from 'vitest'
import type { SettingsChange } from '../../contract/commands.ts'
import { createSettings } from '../../engine/settings/settings.ts'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openSettings } from './open-settings.ts'

function startFile(text?: string) {
  const folder = temporaryFolder()
  const path = join(folder, 'config.json')
  if (text !== undefined) writeFileSync(path, text)
  return {
    path,
    open: () => openSettings(folder, 0, (options) => new Conf(options)),
    values: () => JSON.parse(readFileSync(path, 'utf8')),
  }
}

describe('the settings in their file', () => {
  it('are what was set, beside what is not known, and are read again', () => {
    const { open, values } = startFile('{"fromTheFuture": 1, "theme": "dark"}')
    open().store.set({ frequencySeconds: 3, sources: { 'wss://a.test/x.y': { proxy: '' } } })
    const { store, notices } = open()
    expect([
      store.get('frequencySeconds'),
      store.get('theme'),
      store.get('toasts'),
      store.get('sources'),
    ]).toEqual([...[3, 'dark', undefined], { 'wss://a.test/x.y': { proxy: '' } }])
    expect(notices).toEqual([])
    expect(values()).toMatchObject({ fromTheFuture: 1, formatVersion: 1 })
  })

  it('can be opened whatever the file holds, with a sentence for each thing that was wrong', () => {
    const { open } = startFile('{"theme": "pink", "clientId": "alice", "quietHours": [{}]}')
    const { store, notices } = open()
    expect(notices).toHaveLength(3)
    const { values } = createSettings(store, Math.random, (problem) => expect.unreachable(inEnglish(problem)))
    expect(values).toMatchObject({ theme: 'system', clientId: 'alice' })
    expect(values.quietHours).toHaveLength(7)
  })

  it('hold lists of what the user has made, and drop one that cannot be used whole', () => {
    const made: SettingsChange = {
      ...{ theme: 'high-contrast', language: 'zh', isWelcomed: true },
      mutes: [{ type: 'error', titlePattern: 'Build # failed' }],
      savedSearches: [{ name: 'Errors', query: 'is:error' }],
    }
    const { open, values } = startFile('{"savedSearches": [{"name": ""}], "language": "xx", "clientId": "a"}')
    expect(open().notices).toHaveLength(3)
    open().store.set(made)
    expect(open().notices).toEqual([])
    const keeper = createSettings(open().store, Math.random, (problem) =>
      expect.unreachable(inEnglish(problem)),
    )
    expect(keeper.values).toMatchObject(made)
    keeper.change({ mutes: [] })
    expect(values()).toMatchObject({ ...made, mutes: [] })
  })

  it('count letters as the contract does', () => {
    const { open } = startFile()
    // Two code units each, one code point.
    const clientId = '🔔'.repeat(200)
    open().store.set({ clientId })
    expect(open().notices).toEqual([])
    expect(open().store.get('clientId')).toBe(clientId)
  })

  it('never hold what the table does not allow', () => {
    const { open, values } = startFile()
    const wrong = { theme: 'pink' } as unknown as { theme: 'dark' } // what no compiler would let through
    expect(() => open().store.set(wrong)).toThrow(/theme/)
    expect(values()).toEqual({ formatVersion: 1 })
  })

  it('of a newer Tocsin serve as far as they can be used, and keep the rest', () => {
    const { open, values } = startFile('{"formatVersion": 9, "theme": {"by": "sun"}, "toasts": false}')
    const problems: string[] = []
    const keeper = createSettings(
      open().store,
      () => 0.5,
      (problem) => problems.push(inEnglish(problem)),
    )
    expect(keeper.values).toMatchObject({ theme: 'system', toasts: false })
    expect(problems).toEqual([expect.stringContaining('"Theme" cannot be used')])
    keeper.change({ toasts: true })
    expect(values()).toEqual({
      ...{ formatVersion: 9, theme: { by: 'sun' }, toasts: true },
      clientId: keeper.values.clientId,
    })
  })

  it.each(['{"theme": 7}', '{"theme": '])(
    'that become %s meanwhile are refused in a sentence, and left alone',
    (text) => {
      const { open, path } = startFile('{"clientId": "alice"}')
      const { store } = open()
      const keeper = createSettings(store, Math.random, (problem) => expect.unreachable(inEnglish(problem)))
      writeFileSync(path, text)
      expect(() => keeper.change({ toasts: false })).toThrow(
        expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('another program') }),
      )
      expect([keeper.values.toasts, readFileSync(path, 'utf8')]).toEqual([true, text])
    },
  )
})
