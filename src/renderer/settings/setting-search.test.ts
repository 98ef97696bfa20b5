import { expect, test } from 'vitest'
import { settingNames } from '../../contract/settings-table.ts'
import { createI18n } from '../../i18n/create-i18n.ts'
import { de } from '../../i18n/de.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { groupSettings } from './setting-groups.ts'
import { searchSettings } from './setting-search.ts'

const groups = groupSettings(settingNames.filter((name) => name !== 'savedSearches' && name !== 'isWelcomed'))
const find = (text: string, i18n = english): readonly string[] =>
  searchSettings(i18n, groups, text).flatMap(({ names }) => names)

test('a setting is found by its label, its help, its choices and its heading', () => {
  expect(find('frequency')).toContain('frequencySeconds')
  expect(find('PEM')).toEqual(['caFile'])
  expect(find('high contrast')).toEqual(['theme'])
  expect(find('do not disturb')).toContain('quietHours')
})

test('every word must be there, and blanks ask for everything', () => {
  expect(find('keep days')).toEqual(['retentionDays'])
  expect(find('keep bananas')).toEqual([])
  expect(find('  ').length).toBe(groups.flatMap(({ names }) => names).length)
})

test('it is searched in the language of the window, accents or not', () => {
  const german = createI18n('de', 'de-DE', de)
  expect(find('menuleiste', german)).toEqual(['hideFromDock'])
})
