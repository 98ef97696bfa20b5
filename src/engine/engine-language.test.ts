import { expect, test } from 'vitest'
import type { Settings } from '../contract/settings-table.ts'
import { createEngineLanguage } from './engine-language.ts'

function speaking(chosen: Settings['language'], preferred: readonly string[]) {
  const reader = { chosen, preferred }
  const i18n = createEngineLanguage({ chosen: () => reader.chosen, preferred: () => reader.preferred })
  return { reader, i18n }
}

test.each([
  ['system', ['de-AT', 'en'], 'de', 'de-AT'],
  ['system', ['fr-FR'], 'en', 'en-GB'],
  ['zh', ['de-AT'], 'zh', 'zh-CN'],
  ['en', ['de-AT', 'en-US'], 'en', 'en-US'],
] as const)(
  'chosen is %s, preferred %j: %s, with numbers as in %s',
  (chosen, preferred, language, locale) => {
    const { i18n } = speaking(chosen, preferred)
    expect(i18n()).toMatchObject({ language, formats: { locale } })
  },
)

test('what is not a language of the program is spoken by nobody’s choice, also not the one for trying screens', () => {
  expect(speaking('system', ['ar-XB']).i18n().language).toBe('en')
})

test('another choice counts at once, and one that stays costs nothing', () => {
  const { reader, i18n } = speaking('system', ['de'])
  const german = i18n()
  expect(i18n()).toBe(german)
  reader.chosen = 'zh'
  expect(i18n().t('tray.quit')).toBe('退出 Tocsin')
  reader.chosen = 'system'
  expect(i18n()).toBe(german)
})
