import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ftsTokenizer } from './index-file.ts'
import { toIndexed, tokenise } from './tokenise.ts'

const words = (text: string): string[] => tokenise(text).map((token) => token.text)

/** The tokens that FTS5 makes of each text, by the index's own tokeniser. */
function tokensOfFts(texts: readonly string[]): string[][] {
  using database = new DatabaseSync(':memory:')
  database.exec(`
    CREATE VIRTUAL TABLE words USING fts5(text, content = '',
      tokenize = "${ftsTokenizer}");
    CREATE VIRTUAL TABLE tokens USING fts5vocab(words, 'instance');
    BEGIN;
  `)
  const insert = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  for (const [place, text] of texts.entries()) insert.run(place, text)
  const found: string[][] = texts.map(() => [])
  for (const row of database.prepare('SELECT doc, term FROM tokens ORDER BY doc, offset').iterate()) {
    found[Number(row['doc'])]?.push(String(row['term']))
  }
  return found
}

describe('tokenise', () => {
  it.each([
    ['Disk full: /dev/sda1!', ['disk', 'full', 'dev', 'sda1']],
    ['snake_case, kebab-case', ['snake', 'case', 'kebab', 'case']],
    ['É e\u0301 Ångström', ['e', 'e', 'angstrom']],
    ['Straße STRASSE ẞ', ['strasse', 'strasse', 'ss']],
    ['ΟΔΟΣ οδος Ά', ['οδοσ', 'οδοσ', 'α']],
    ['Ёж ежик', ['еж', 'ежик']],
    ['磁盘 full', ['磁', '盘', 'full']],
    ['サーバー', ['サ', 'ー', 'バ', 'ー']],
    ['한국어', ['한국어']],
    ['हिन्दी', ['हिन्दी']],
    ['data\u00adbase zero\u200bwidth join\u200ded', ['database', 'zero', 'width', 'joined']],
    ['🤖robot 😀 5️⃣', ['robot', '5']],
    ['a\0b \ud800c \ue000d \u{100001}', ['a', 'b', 'c', 'd']],
    ['\u0301 \u0301x', ['x']],
    ['', []],
  ])('%j', (text, tokens) => {
    expect(words(text)).toEqual(tokens)
  })

  it('tells where the tokens stand, with the marks that belong to them', () => {
    expect(tokenise('¡Cafe\u0301 磁盘!')).toEqual([
      { text: 'cafe', start: 1, end: 6 },
      { text: '磁', start: 7, end: 8 },
      { text: '盘', start: 8, end: 9 },
    ])
  })
})

describe('what the index is given', () => {
  it('is cut and folded by FTS5 as it was here, for every kind of sign', () => {
    const signs: string[] = []
    for (let code = 1; code < 0x11_0000; code += code < 0x2_0000 ? 1 : 97) {
      if (code < 0xd800 || code > 0xdfff) signs.push(`x${String.fromCodePoint(code)}y`)
    }
    expect(tokensOfFts(signs.map(toIndexed))).toEqual(signs.map(words))
  })

  it('is cut and folded by FTS5 as it was here, for any text', () => {
    const alphabet = [
      ...[
        'a',
        'B',
        '7',
        'é',
        'e\u0301',
        '\u0301',
        'ß',
        'ẞ',
        'ſ',
        'ﬁ',
        'İ',
        'ı',
        'Ά',
        'Σ',
        'ς',
        'Ж',
        'й',
        'Ё',
        '磁',
        'ー',
        'か\u3099',
      ],
      ...[
        '한',
        '\u1112\u1161\u11ab',
        'ไ',
        'ท',
        'ि',
        'क',
        '٣',
        '½',
        ' ',
        ' ',
        '-',
        '_',
        '.',
        '"',
        '*',
        '\0',
        '\n',
        '😀',
        '🤖',
        '\ufe0f',
      ],
      ...[
        '\u200b',
        '\u200d',
        '\u00ad',
        '\u202e',
        '\ufeff',
        '\ud800',
        '\udc00',
        '\ue000',
        '\u{100001}',
        '\u20e3',
        '\u3164',
      ],
    ]
    const anyText = fc.oneof(
      fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((signs) => signs.join('')),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 50, maxLength: 100 }), (texts) => {
        expect(tokensOfFts(texts.map(toIndexed))).toEqual(texts.map(words))
        for (const text of texts) expectInOrder(text)
      }),
      { numRuns: 40 },
    )
  })
})

function expectInOrder(text: string): void {
  let from = 0
  for (const { text: token, start, end } of tokenise(text)) {
    expect(start).toBeGreaterThanOrEqual(from)
    expect(end).toBeGreaterThan(start)
    expect(words(text.slice(start, end))).toEqual([token])
    from = end
  }
  expect(from).toBeLessThanOrEqual(text.length)
}
