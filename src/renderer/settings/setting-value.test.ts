import { expect, test } from 'vitest'
import { noQuietHours } from '../../contract/do-not-disturb.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { checkSetting, isDefault, readInteger } from './setting-value.ts'

test('a value that fits becomes a change of this setting alone', () => {
  expect(checkSetting(english, 'theme', 'dark')).toEqual({ ok: true, change: { theme: 'dark' } })
  expect(checkSetting(english, 'source', '')).toEqual({ ok: true, change: { source: '' } })
})

test('a value that does not fit is refused in words that name the setting', () => {
  expect(checkSetting(english, 'clientId', '')).toEqual({
    ok: false,
    problem: 'Client id must not be empty.',
  })
  expect(checkSetting(english, 'frequencySeconds', 31)).toMatchObject({
    ok: false,
    problem: /^Frequency .*30/,
  })
  expect(checkSetting(english, 'frequencySeconds', Number.NaN).ok).toBe(false)
})

test('a value is its default by what it says, and not by being the very same', () => {
  expect(isDefault('quietHours', [...noQuietHours])).toBe(true)
  expect(isDefault('quietHours', [{ from: '22:00', to: '07:00' }, ...noQuietHours.slice(1)])).toBe(false)
  expect(isDefault('theme', 'dark')).toBe(false)
})

test('a whole number is read as typed, and anything else is refused in words', () => {
  expect(checkSetting(english, 'retentionDays', readInteger(' 30 '))).toEqual({
    ok: true,
    change: { retentionDays: 30 },
  })
  expect(checkSetting(english, 'retentionDays', readInteger(''))).toEqual({
    ok: false,
    problem: 'Keep for days must not be empty.',
  })
  for (const text of ['1.5', '-1', '4000', 'ten'])
    expect(checkSetting(english, 'retentionDays', readInteger(text))).toMatchObject({
      ok: false,
      problem: /^Keep for days /,
    })
})
