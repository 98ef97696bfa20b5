import { describe, expect, test } from 'vitest'
import { displayLine, displaySource, displayText } from './display-text.ts'

describe('displayText', () => {
  test('leaves ordinary text of every script alone', () => {
    for (const text of ['Backup failed', 'שלום עולם', 'تم بنجاح', '中文', '👩‍👩‍👧 ok', 'می‌خواهم']) {
      expect(displayText(text)).toBe(text)
    }
  })

  test('HTML is text like any other', () => {
    expect(displayText('<b onclick=alert(1)>')).toBe('<b onclick=alert(1)>')
  })

  test('bidi embeddings, overrides and isolates vanish', () => {
    expect(displayText('invoice\u202efdp\u202c.exe\u2066x\u2069')).toBe('invoicefdp.exex')
  })

  test('control characters become visible, line breaks and tabs stay', () => {
    expect(displayText('a\u0000b\u001b[31m\u009f')).toBe('a\ufffdb\ufffd[31m\ufffd')
    expect(displayText('a\tb\r\nc\rd\u2028e')).toBe('a\tb\nc\nd\ne')
  })

  test('lone surrogates become U+FFFD', () => {
    expect(displayText('a\ud800b')).toBe('a\ufffdb')
  })
})

describe('displayLine', () => {
  test('is one line', () => {
    expect(displayLine('  a\n\n b\tc ')).toBe('a b c')
  })

  test('gives way when nothing of it can be seen', () => {
    expect(displayLine('\u200b\u2060 \u00ad\u202e', 'Info')).toBe('Info')
    expect(displayLine('\u3164', 'Info')).toBe('Info')
    expect(displayLine('.', 'Info')).toBe('.')
    expect(displayLine(`${'\ufeff'.repeat(50_000)}.`, 'Info')).toMatch(/\.$/)
  })

  test('a hundred thousand characters are no trouble', () => {
    expect(displayLine('x '.repeat(50_000)).length).toBe(99_999)
  })
})

test('a frame shows its bidi controls instead of obeying them', () => {
  expect(displaySource('{"a":"\u202eb"}')).toBe('{"a":"\\u202eb"}')
})
