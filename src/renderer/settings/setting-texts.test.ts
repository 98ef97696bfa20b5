import { expect, test } from 'vitest'
import { type SettingDefinition, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { settingChoices, settingPlaceholder } from './setting-texts.ts'

test('every value of every choice has a word of its own', () => {
  const choices = settingNames.filter((name) => {
    const { control }: SettingDefinition = settingsTable[name]
    return control === 'choice'
  })
  expect(choices).toContain('theme')
  for (const name of choices) {
    const offered = settingChoices(english, name)
    expect(offered.length).toBeGreaterThan(1)
    expect(offered.filter(({ value, word }) => value === word)).toEqual([])
    expect(new Set(offered.map(({ word }) => word)).size).toBe(offered.length)
  }
})

test('an empty field says what empty means, where that is not plain', () => {
  expect(settingPlaceholder(english, 'source')).toBe('Built-in server')
  expect(settingPlaceholder(english, 'clientId')).toBeUndefined()
})
