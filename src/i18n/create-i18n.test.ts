import { expect, test } from 'vitest'
import { createI18n } from './create-i18n.ts'
import { en } from './en.ts'

test('values take their places in a text', () => {
  expect(createI18n('en', 'en-GB', en).t('time.at.tomorrow', { time: '8:00' })).toBe('tomorrow at 8:00')
})

test('a value that is markup stays text', () => {
  expect(createI18n('en', 'en-GB', en).t('time.at.today', { time: '<b>{x}</b>' })).toBe('at <b>{x}</b>')
})

test('the pseudo-locale goes from right to left, and brackets whatever comes from the catalogue', () => {
  const pseudo = createI18n('ar-XB', 'en-GB', en)
  expect(pseudo.direction).toBe('rtl')
  expect(pseudo.t('time.today')).toBe('⟦Today··⟧')
})
