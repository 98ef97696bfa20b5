import { describe, expect, test } from 'vitest'
import { excerpt, markLine } from './marked-text.ts'

const shown = (text: string, ...ranges: readonly (readonly [number, number])[]): string =>
  markLine(
    text,
    ranges.map(([start, end]) => ({ start, end })),
    'Info',
  )
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

describe('marks', () => {
  test('stand where the text stood before it was made harmless', () => {
    expect(shown('a\r\n\u202ebackup\u202c  failed', [4, 10])).toBe('a [backup] failed')
    expect(shown('  disk   full ', [2, 6], [9, 13])).toBe('[disk] [full]')
    expect(shown('x\u0000y', [1, 2])).toBe('x[\ufffd]y')
  })

  test('are there also where the text is what would stand in for none', () => {
    expect(shown('Info', [0, 4])).toBe('[Info]')
  })

  test('keep HTML text', () => {
    expect(shown('<b>backup</b>', [3, 9])).toBe('<b>[backup]</b>')
  })

  test('never tear a character apart', () => {
    expect(shown('👩 ok', [1, 4])).toBe('[👩 o]k')
    expect(shown('a\ud800b', [1, 2])).toBe('a[\ufffd]b')
  })

  test('that make no sense do no harm', () => {
    expect(shown('abc', [2, 1], [-5, 99], [1, 2])).toBe('ab[c]')
    expect(shown('\u200b', [0, 1])).toBe('Info')
  })
})

describe('an excerpt', () => {
  const long = `${'word '.repeat(60)}needle and more`

  test('begins shortly before a mark that is far in, at a word', () => {
    const parts = excerpt(markLine(long, [{ start: 300, end: 306 }]))
    expect(parts.map((part) => part.text).join('')).toMatch(/^…(word ){1,8}needle and more$/)
    expect(parts.find((part) => part.isMarked)?.text).toBe('needle')
  })

  test('leaves a text alone whose mark is near, or that has none', () => {
    const near = markLine(long, [{ start: 5, end: 9 }])
    expect(excerpt(near)).toBe(near)
    const none = markLine(long, [])
    expect(excerpt(none)).toBe(none)
  })
})
