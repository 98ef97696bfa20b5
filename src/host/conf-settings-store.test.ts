import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { setAsideBrokenSettings, toSettingsStore } from './conf-settings-store.ts'

const confIn = (cwd: string) =>
  new Conf<Record<string, unknown>>({ cwd, projectName: 'tocsin', projectVersion: '1.0.0' })

describe("the settings' file", () => {
  it('holds what was set, keeps what it does not know, and is read again', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'config.json'), '{"fromTheFuture": 1, "theme": "dark"}')
    toSettingsStore(confIn(folder)).set({ frequencySeconds: 3 })
    const again = toSettingsStore(confIn(folder))
    expect([again.get('frequencySeconds'), again.get('theme'), again.get('toasts')]).toEqual([
      3,
      'dark',
      undefined,
    ])
    expect(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'))).toMatchObject({ fromTheFuture: 1 })
  })

  it.each(['{"theme": ', '[]', 'null', ''])(
    'is set aside whole when it is %j, and the user told where',
    (text) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'config.json'), text)
      const notice = setAsideBrokenSettings(folder, 0)
      const [aside] = readdirSync(folder)
      expect(aside).toMatch(/^config\.json\.broken-1970/)
      expect(notice).toContain(aside)
      expect(readFileSync(join(folder, aside ?? ''), 'utf8')).toBe(text)
      expect(toSettingsStore(confIn(folder)).get('theme')).toBeUndefined()
    },
  )

  it('is left alone when it is good or not there', () => {
    const folder = temporaryFolder()
    expect(setAsideBrokenSettings(folder, 0)).toBeNull()
    writeFileSync(join(folder, 'config.json'), '{}')
    expect(setAsideBrokenSettings(folder, 0)).toBeNull()
    expect(readdirSync(folder)).toEqual(['config.json'])
  })
})
