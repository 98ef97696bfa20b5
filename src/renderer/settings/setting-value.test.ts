import { expect, test } from 'vitest'
import { checkSetting } from './setting-value.ts'

test('a value that fits becomes a change of this setting alone', () => {
  expect(checkSetting('theme', 'dark')).toEqual({ ok: true, change: { theme: 'dark' } })
  expect(checkSetting('source', '')).toEqual({ ok: true, change: { source: '' } })
})

test('a value that does not fit is refused in words that name the setting', () => {
  expect(checkSetting('clientId', '')).toEqual({ ok: false, problem: 'Client id must not be empty.' })
  expect(checkSetting('frequencySeconds', 31)).toMatchObject({ ok: false, problem: /^Frequency .*30/ })
  expect(checkSetting('frequencySeconds', Number.NaN).ok).toBe(false)
})
