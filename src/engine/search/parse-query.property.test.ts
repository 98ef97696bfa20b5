/** Whatever is typed is a query that FTS5 takes, or a problem with a part of what was typed. */
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { ftsTokenizer } from './index-file.ts'
import { matchExpression } from './match-expression.ts'
import { parseQuery } from './parse-query.ts'

const bits = fc.constantFrom(
  ...[
    'type:',
    'error',
    'is:',
    'unread',
    '"',
    '""',
    '*',
    '-',
    ' ',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    '^',
    ':',
    '{',
  ],
  ...[
    'code:',
    '503',
    'before:',
    '2026-01-01',
    'source:',
    "'",
    ';',
    '\\',
    '\0',
    'ä',
    'a\u0308',
    '磁',
    '\ud800',
    '\u{100001}',
  ],
  ...['\ue000', '\u200d', '😀', 'tpye:', 'foo:', '//', 'disk', '٣', 'ß', 'ﬁ', 'ไทย', 'ς'],
)
const anyQuery = fc.oneof(
  fc.array(bits, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

function wordsTable() {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE VIRTUAL TABLE words USING fts5(text, prefix = '2',
    tokenize = "${ftsTokenizer}")`)
  return database
}

describe('any text', () => {
  it('is a query whose expression FTS5 takes, or a problem inside the text', () => {
    using database = wordsTable()
    const find = database.prepare('SELECT count(*) FROM words WHERE words MATCH ?')
    fc.assert(
      fc.property(anyQuery, (text) => {
        const parsed = parseQuery(text)
        if (parsed.ok) {
          expect(() => find.get(matchExpression(parsed.query))).not.toThrow()
          return
        }
        const { start, end } = parsed.problem
        const message = inEnglish(parsed.problem.message)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(message).toMatch(/^“.*\.$/su)
        expect(message.isWellFormed()).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each([
    ['words', Array.from({ length: 250 }, (_, at) => at.toString(36).padStart(3, 'a')).join(' ')],
    ['single letters', Array.from({ length: 500 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' ')],
    ['one phrase', `"${Array.from({ length: 490 }, (_, at) => at % 10).join(' ')}"`],
    ['exclusions', Array.from({ length: 200 }, (_, at) => `-w${at}`).join(' ')],
    ['codes', Array.from({ length: 110 }, (_, at) => `code:${at}`).join(' ')],
    ['one long word', 'x'.repeat(1_000)],
    ['ideographs', '磁'.repeat(1_000)],
  ])('as long as the contract allows, of %s, is taken', (_what, text) => {
    using database = wordsTable()
    const parsed = parseQuery(text.slice(0, 1_000))
    if (!parsed.ok) throw new Error(inEnglish(parsed.problem.message))
    const expression = matchExpression(parsed.query)
    expect(() =>
      database.prepare('SELECT count(*) FROM words WHERE words MATCH ?').get(expression),
    ).not.toThrow()
  })
})
