import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import type { Wording } from '../../i18n/wording.ts'
import { authorityFile, certificateFile } from '../../testing/test-certificates.ts'
import { createSettings, type SettingsStore } from './settings.ts'

function memorySettings(initial: Readonly<Record<string, unknown>> = {}): SettingsStore {
  const values: Record<string, unknown> = { ...initial }
  return { get: (name) => values[name], set: (change) => void Object.assign(values, change) }
}

const saved = (name: string) => ({ name, query: 'q' })

const noProblem = (problem: Wording) => expect.unreachable(inEnglish(problem))

describe('settings', () => {
  it('start from the defaults, with a client id made once', () => {
    const store = memorySettings()
    const first = createSettings(store, () => 0.5, noProblem).values
    expect(first).toMatchObject({ frequencySeconds: 5, source: '', toasts: true, theme: 'system' })
    expect(first.clientId).toMatch(/^tocsin-[0-9a-z]{8}$/)
    expect(createSettings(store, () => 0.1, noProblem).values.clientId).toBe(first.clientId)
  })

  it('replace what cannot be used by its default, say which, and leave the file as it is', () => {
    const store = memorySettings({ frequencySeconds: 99, theme: 7, toasts: false, clientId: 'alice' })
    const problems: string[] = []
    const { values } = createSettings(store, Math.random, (problem) => problems.push(inEnglish(problem)))
    expect(values).toMatchObject({ frequencySeconds: 5, theme: 'system', toasts: false, clientId: 'alice' })
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain('Frequency')
    expect(store.get('frequencySeconds')).toBe(99)
  })

  it('name what has really changed', () => {
    const keeper = createSettings(memorySettings({ clientId: 'alice' }), Math.random, noProblem)
    expect(keeper.change({ theme: 'dark', toasts: true })).toEqual(['theme'])
    expect(keeper.change({ theme: 'dark' })).toEqual([])
  })

  it('are compared by what is in them, and kept apart from what others hold', () => {
    const night = { from: '22:00', to: '07:00' }
    const stored = [night, null, null, null, null, null, null]
    const keeper = createSettings(
      memorySettings({ clientId: 'alice', quietHours: stored }),
      Math.random,
      noProblem,
    )
    stored[0] = null
    expect(keeper.values.quietHours[0]).toEqual(night)
    expect(keeper.change({ quietHours: [{ ...night }, null, null, null, null, null, null] })).toEqual([])
    const wanted = [null, { ...night }, null, null, null, null, null]
    expect(keeper.change({ quietHours: wanted, theme: 'dark' })).toEqual(['quietHours', 'theme'])
    wanted[1] = null
    expect(keeper.values.quietHours[1]).toEqual(night)
    expect(keeper.change({ quietHours: wanted })).toEqual(['quietHours'])
  })

  it.each([
    [{ frequencySeconds: 31 }, /Frequency must be/],
    [{ source: 'ftp://x' }, /must start with ws/],
    [{ clientId: '..' }, /cannot be/],
    [{ proxy: 'socks5://127.0.0.1' }, /^Proxy must be empty, the word "environment", or an address/],
    [{ proxy: 'http://a%:b@proxy' }, /^Proxy must be/],
    [{ caFile: 'ca.pem' }, /needs the full path of its file/],
    [{ caFile: '/no/such/ca.pem' }, /^The certificate authority's file \/no\/such\/ca\.pem cannot be read/],
    [{ caFile: tmpdir() }, /cannot be read \(it is not a file\)/],
    [{ caFile: import.meta.filename }, /holds no certificate in PEM/],
    [{ caFile: authorityFile, proxy: 'nowhere' }, /^Proxy must be/],
    [{ savedSearches: [saved(' '), saved('b')] }, /^A saved search needs a name/],
    [{ savedSearches: [saved('Disk'), saved(' disk')] }, /^There is a saved search "disk" already/],
  ])('refuse %j whole', (change, sentence) => {
    const store = memorySettings({ clientId: 'alice' })
    const keeper = createSettings(store, Math.random, noProblem)
    expect(() => keeper.change({ theme: 'dark', ...change })).toThrow(sentence)
    expect(keeper.values.theme).toBe('system')
    expect(store.get('theme')).toBeUndefined()
  })

  it('change nothing when the file cannot be written', () => {
    const store = memorySettings({ clientId: 'alice' })
    const keeper = createSettings(
      {
        ...store,
        set: () => {
          throw new Error('ENOSPC')
        },
      },
      Math.random,
      noProblem,
    )
    expect(() => keeper.change({ theme: 'dark' })).toThrow(/could not be saved \(ENOSPC\)/)
    expect(keeper.values.theme).toBe('system')
  })
})

describe('the settings of a source', () => {
  const a = 'wss://a.test'
  const b = 'wss://b.test'
  const storedA = 'wss://a.test/ws/notify/%7Bclient_id%7D'
  const start = (stored: Readonly<Record<string, unknown>> = {}, override: string | null = null) => {
    const problems: string[] = []
    const store = memorySettings({ clientId: 'alice', source: a, ...stored })
    return {
      store,
      problems,
      keeper: createSettings(store, Math.random, (problem) => problems.push(inEnglish(problem)), override),
    }
  }

  it('are kept for it by itself, and come and go with it', () => {
    const { store, keeper } = start()
    expect(keeper.change({ caFile: authorityFile, proxy: '' })).toEqual(['caFile', 'proxy'])
    expect(keeper.change({ source: b }).toSorted()).toEqual(['caFile', 'proxy', 'source'])
    expect(keeper.values).toMatchObject({ caFile: '', proxy: 'environment', source: b })
    keeper.change({ systemCertificates: true })
    keeper.change({ source: '' })
    expect(keeper.values).toMatchObject({ caFile: '', systemCertificates: false, proxy: 'environment' })
    keeper.change({ proxy: 'http://proxy.test:3128', theme: 'dark' })
    keeper.change({ source: a })
    expect(keeper.values).toMatchObject({ caFile: authorityFile, proxy: '', theme: 'dark' })
    const again = createSettings(store, Math.random, noProblem)
    expect(again.values).toEqual(keeper.values)
    again.change({ source: '' })
    expect(again.values).toMatchObject({ caFile: '', proxy: 'http://proxy.test:3128' })
    again.change({ source: b })
    expect(again.values.systemCertificates).toBe(true)
  })

  it('are the same however the address is spelt, and whatever the client id', () => {
    const { keeper } = start()
    keeper.change({ proxy: '' })
    for (const source of [
      `${a}/`,
      ' WSS://a.test:443 ',
      `${a}/ws/notify/{client_id}`,
      'wss://ann:pw@a.test?token=1',
    ]) {
      keeper.change({ source, clientId: `for ${source}` })
      expect(keeper.values.proxy).toBe('')
    }
    keeper.change({ source: `${a}/other` })
    expect(keeper.values.proxy).toBe('environment')
  })

  it('are set for the new source where both change at once, all or nothing', () => {
    const { store, keeper } = start()
    expect(() => keeper.change({ source: b, proxy: '', caFile: '/no/such.pem' })).toThrow(/cannot be read/)
    expect([keeper.values.source, keeper.values.proxy, store.get('sources')]).toEqual([
      a,
      'environment',
      undefined,
    ])
    keeper.change({ source: b, proxy: '', caFile: certificateFile('self-signed') })
    expect(keeper.values).toMatchObject({ source: b, proxy: '', caFile: certificateFile('self-signed') })
    keeper.change({ source: a })
    expect(keeper.values).toMatchObject({ proxy: 'environment', caFile: '' })
  })

  it('stay with the old source when the file cannot be written', () => {
    const { store } = start()
    let isFull = true
    const set: SettingsStore['set'] = (values) => {
      if (isFull) throw new Error('ENOSPC')
      store.set(values)
    }
    const keeper = createSettings({ ...store, set }, Math.random, noProblem)
    expect(() => keeper.change({ source: b, proxy: '' })).toThrow(/could not be saved/)
    expect(keeper.values).toMatchObject({ source: a, proxy: 'environment' })
    isFull = false
    keeper.change({ proxy: '' })
    expect(store.get('sources')).toEqual({ [storedA]: { proxy: '' } })
  })

  it('do not keep a source from being chosen whose file has gone', () => {
    const { keeper } = start({
      sources: { [storedA.replace('a.test', 'b.test')]: { caFile: '/no/such.pem' } },
    })
    expect(keeper.change({ source: b }).toSorted()).toEqual(['caFile', 'source'])
    expect(() => keeper.change({ caFile: '/no/other.pem' })).toThrow(/cannot be read/)
    keeper.change({ caFile: '' })
    expect(keeper.values).toMatchObject({ source: b, caFile: '' })
  })

  it('are those of the source of this run, until another is chosen', () => {
    const sources = { 'wss://b.test/ws/notify/%7Bclient_id%7D': { proxy: '' } }
    const { store, keeper } = start({ sources }, b)
    expect(keeper.values).toMatchObject({ source: a, proxy: '' })
    keeper.change({ systemCertificates: true })
    expect(store.get('sources')).toEqual({
      'wss://b.test/ws/notify/%7Bclient_id%7D': { proxy: '', systemCertificates: true },
    })
    // Naming the stored source again ends the override.
    expect(keeper.change({ source: a }).toSorted()).toEqual(['proxy', 'source', 'systemCertificates'])
    expect(keeper.values).toMatchObject({ source: a, proxy: 'environment', systemCertificates: false })
  })

  it('give way to their defaults where they cannot be used, which is said, and the file is left as it is', () => {
    const sources = {
      '': { caFile: 7, proxy: 'http://ok' },
      [storedA]: { fromTheFuture: 1 },
    }
    const { store, keeper, problems } = start({ sources })
    expect(problems).toEqual([])
    keeper.change({ source: '' })
    expect(problems).toEqual([
      expect.stringMatching(/^The stored setting "Certificate authority" cannot be used/),
    ])
    expect(keeper.values).toMatchObject({ caFile: '', proxy: 'http://ok' })
    expect(store.get('sources')).toEqual(sources)
    keeper.change({ source: a, proxy: '' })
    expect(store.get('sources')).toEqual({
      ...sources,
      [storedA]: { fromTheFuture: 1, proxy: '' },
    })
  })

  it.each([[7], [null], [[]], [{ '': 'x' }]])('are all defaults where %j is stored for them', (sources) => {
    const { store, keeper, problems } = start({ sources })
    expect(problems).toEqual([
      'The settings stored for each source cannot be used. The defaults are used instead.',
    ])
    expect(keeper.values.proxy).toBe('environment')
    expect(store.get('sources')).toBe(sources)
    keeper.change({ proxy: '' })
    expect(createSettings(store, Math.random, noProblem).values.proxy).toBe('')
  })
})
