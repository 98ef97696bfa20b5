import { describe, expect, it } from 'vitest'
import { settingsTable } from '../../contract/settings-table.ts'
import { memorySettings } from '../engine-under-test.ts'
import { createSettings } from './settings.ts'

const noProblem = (problem: string) => expect.unreachable(problem)

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
    const { values } = createSettings(store, Math.random, (problem) => problems.push(problem))
    expect(values).toMatchObject({ frequencySeconds: 5, theme: 'system', toasts: false, clientId: 'alice' })
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain(settingsTable.frequencySeconds.label)
    expect(store.get('frequencySeconds')).toBe(99)
  })

  it('name what has really changed', () => {
    const keeper = createSettings(memorySettings({ clientId: 'alice' }), Math.random, noProblem)
    expect(keeper.change({ theme: 'dark', toasts: true })).toEqual(['theme'])
    expect(keeper.change({ theme: 'dark' })).toEqual([])
  })

  it.each([
    [{ frequencySeconds: 31 }, /Frequency must be/],
    [{ source: 'ftp://x' }, /must start with ws/],
    [{ clientId: '..' }, /cannot be/],
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
