import { expect, test } from 'vitest'
import { pickLocale } from './locale.ts'

test('times are written in the English that the reader knows', () => {
  expect(pickLocale(['de-DE', 'en-AU', 'en-US'])).toBe('en-AU')
  expect(pickLocale(['de-DE', 'zh-CN'])).toBe('en-GB')
})

test('a language that is no tag is passed over', () => {
  expect(pickLocale(['en-US@posix', 'en-CA'])).toBe('en-CA')
  expect(pickLocale(['en-US@posix'])).toBe('en-GB')
})
