import { describe, expect, it } from 'vitest'
import { plainText, toastTextLimits } from './toast-text.ts'

describe('plainText', () => {
  it.each([
    ['bidi overrides', 'a\u202Egnp.exe', 'a gnp.exe'],
    ['escape sequences', '\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['line breaks', 'one\r\ntwo', 'one two'],
    ['line and paragraph separators', 'one\u2028two\u2029', 'one two'],
    ['zero-width characters', 'pay\u200Bpal', 'pay pal'],
    ['lone surrogates', '\uD800x', 'x'],
    ['nothing else: markup stays text', '<b>x</b>', '<b>x</b>'],
    ['nothing else: emoji stay', '🎉 done', '🎉 done'],
  ])('removes %s', (_name, text, expected) => expect(plainText(text, 100)).toBe(expected))

  it('cuts, and never inside a character', () => {
    const cut = plainText('🎉'.repeat(100_000), toastTextLimits.title)
    expect(cut.length).toBeLessThanOrEqual(toastTextLimits.title)
    expect(cut.isWellFormed()).toBe(true)
    expect(cut.endsWith('…')).toBe(true)
  })
})
