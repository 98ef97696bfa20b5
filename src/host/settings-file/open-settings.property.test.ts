import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingNames, settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import { createSettings } from '../../engine/settings/settings.ts'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { openSettings } from './open-settings.ts'

const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('🔔'.repeat(200), '🔔'.repeat(201), -0, 'dark', 'silent', true, 12, 0.5),
  fc.constantFrom([null, null, null, null, null, null, { from: '22:00', to: '07:00' }], [{}], ['__proto__']),
)
const anyName = fc.constantFrom(
  ...settingNames,
  'sources',
  'formatVersion',
  '__internal__',
  '__proto__',
  'a.b',
  'x',
)
const anySources = fc.dictionary(
  fc.oneof(fc.constantFrom('', 'wss://a.test/'), fc.string()),
  fc.oneof(anyValue, fc.dictionary(anyName, anyValue)),
)
const anyFile = fc.oneof(
  fc.dictionary(anyName, fc.oneof(anyValue, anySources)).map((values) => Buffer.from(JSON.stringify(values))),
  fc.uint8Array(),
)

function inFolder(bytes: Uint8Array, run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-test-'))
  try {
    writeFileSync(join(folder, 'config.json'), bytes)
    run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const open = (folder: string) => openSettings(folder, 0, (options) => new Conf(options))
const readValues = (bytes: Uint8Array): Record<string, unknown> | null => {
  try {
    const values: unknown = JSON.parse(Buffer.from(bytes).toString())
    return typeof values === 'object' && values !== null ? { ...values } : null
  } catch {
    return null
  }
}

describe('a settings file of whatever bytes', () => {
  it('is opened, can be written, and is in order the next time', () => {
    fc.assert(
      fc.property(anyFile, (bytes) =>
        inFolder(bytes, (folder) => {
          const { store } = open(folder)
          createSettings(
            store,
            () => 0.5,
            () => {},
          ).change({ theme: 'light', frequencySeconds: 29 })
          const again = open(folder)
          expect([again.store.get('theme'), again.store.get('frequencySeconds')]).toEqual(['light', 29])
          expect(again.notices.filter((notice) => !inEnglish(notice).includes('newer Tocsin'))).toEqual([])
        }),
      ),
      { numRuns: 60 },
    )
  })

  it('keeps each value of it that can be used, and each that is not ours', () => {
    fc.assert(
      fc.property(anyFile, (bytes) =>
        inFolder(bytes, (folder) => {
          const before = readValues(bytes)
          if (before === null) return
          open(folder)
          const after = readValues(readFileSync(join(folder, 'config.json'))) ?? {}
          for (const name of settingNames) {
            if (Object.hasOwn(before, name) && validate(settingsTable[name].schema, before[name]).ok) {
              expect(after[name]).toEqual(before[name])
            }
          }
          expect([after['x'], after['a.b']]).toEqual([before['x'], before['a.b']])
        }),
      ),
      { numRuns: 200 },
    )
  })
})
