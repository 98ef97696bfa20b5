import { expect, test } from 'vitest'
import { pickLanguage, pickLocale } from './languages.ts'

test.each([
  [['de-CH', 'en'], 'de'],
  [['zh-CN'], 'zh'],
  [['zh-Hant-TW', 'en-US'], 'zh'],
  [['fr-FR', 'de'], 'de'],
  [['fr-FR'], 'en'],
  [[], 'en'],
  [['en-US@posix'], 'en'],
])('who reads %j gets %s', (preferred, language) => {
  expect(pickLanguage(preferred)).toBe(language)
})

test.each([
  ['en', ['en-US', 'en'], 'en-US'],
  ['en', ['en-US@posix'], 'en-GB'],
  ['de', ['en-US', 'de-CH'], 'de-CH'],
  ['de', ['en-US'], 'de-DE'],
  ['zh', ['zh-Hant-TW'], 'zh-CN'],
  ['zh', ['zh-SG'], 'zh-SG'],
  ['ar-XB', ['ar-EG'], 'en-GB'],
] as const)('dates in %s for who reads %j are those of %s', (language, preferred, locale) => {
  expect(pickLocale(language, preferred)).toBe(locale)
})
