import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { spanWords } from './span-words.ts'

test.each([
  [0, '0 ms'],
  [340.4, '340 ms'],
  [999.6, '1 sec'],
  [3_240, '3.2 secs'],
  [59_999, '1 min'],
  [90_000, '1.5 mins'],
  [12.4 * 60_000, '12 mins'],
  [47 * 3_600_000, '47 hrs'],
  [72 * 3_600_000, '3 days'],
])('%d ms are %s', (ms, words) => {
  expect(spanWords(english, ms)).toBe(words)
})
