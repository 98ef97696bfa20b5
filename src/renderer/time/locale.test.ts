import { expect, test } from 'vitest'
import { pickLocale } from './locale.ts'

test('times are written in the English that the reader knows', () => {
  expect(pickLocale(['de-DE', 'en-AU', 'en-US'])).toBe('en-AU')
  expect(pickLocale(['de-DE', 'zh-CN'])).toBe('en-GB')
})
