import { expect, test } from 'vitest'
import { quoteForLog } from './quote-for-log.ts'

test('a token that stands in a client id is not told', () => {
  const token = `tocsin_${'aB-_'.repeat(11)}`.slice(0, 50)
  expect(quoteForLog(`alice?access_token=${token}&x`)).toBe('"alice?access_token=tocsin_…&x"')
  expect(quoteForLog(`${'a'.repeat(60)}${token}`)).not.toContain('aB-_')
  expect(quoteForLog('tocsin_desktop')).toBe('"tocsin_desktop"')
})

test('nothing in a client id reaches the terminal as a command, or breaks the line', () => {
  expect(quoteForLog('alice')).toBe('"alice"')
  expect(quoteForLog('a\nb\u001b[2J')).toBe('"a\\nb\\u001b[2J"')
  expect(quoteForLog('\u009b2J\u202e\u2028')).toBe('"\\u{009b}2J\\u{202e}\\u{2028}"')
})

test('a long client id is cut', () => {
  expect(quoteForLog('x'.repeat(10_000))).toHaveLength(83)
})
