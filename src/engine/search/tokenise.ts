/**
 * Cuts text into the tokens that are searched for. This is the only truth about tokens: FTS5 is handed what `toIndexed`
 * makes of a text, which its own tokeniser cuts and folds in the same way (tokenise.test.ts holds it to that for every
 * code point). So words are found in ways that FTS5's `unicode61` alone would not: é is e in every script that uses the
 * marks U+0300 to U+036F, ß is ss, a soft hyphen does not part a word, and each sign of Chinese, Japanese or Thai is a
 * token of its own, since nothing in the text tells where their words end.
 */

export type Token = {
  /** Folded: lower case, without diacritics. */
  readonly text: string
  /** UTF-16 code units, half-open; with the marks that follow the last letter. */
  readonly start: number
  readonly end: number
}

const asciiOnly = /^[\0-\x7f]*$/

/** What stands inside a word and is no part of it. The zero-width space parts words instead. */
const ignored = String.raw`[[\u0300-\u036f\u20d0-\u20ff\p{Default_Ignorable_Code_Point}]--\u200b]`
/** Letters and digits. Private-use characters are none here: they are our facets (facets.ts). */
const letter = String.raw`[[\p{L}\p{N}]--${ignored}]`
/** With the long-vowel marks, which belong to two scripts and so to none. */
const alone = String.raw`[[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc\uff70\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&${letter}]`
const marks = String.raw`(?:${ignored}|\p{M})*`

const anyIgnored = new RegExp(ignored, 'gv')
const anyToken = new RegExp(`${alone}${marks}|(?:[${letter}--${alone}]${marks})+`, 'gv')

export function tokenise(text: string): Token[] {
  if (asciiOnly.test(text)) return tokeniseAscii(text.toLowerCase())
  const tokens: Token[] = []
  for (const { 0: found, index: start } of text.matchAll(anyToken)) {
    tokens.push({ text: fold(found), start, end: start + found.length })
  }
  return tokens
}

/** Nearly every text: a loop, since matching a pattern takes several times as long. */
function tokeniseAscii(lowered: string): Token[] {
  const tokens: Token[] = []
  let start = -1
  for (let at = 0; at <= lowered.length; at++) {
    const isInside = isAsciiLetter(lowered.charCodeAt(at))
    if (isInside && start < 0) start = at
    if (isInside || start < 0) continue
    tokens.push({ text: lowered.slice(start, at), start, end: at })
    start = -1
  }
  return tokens
}

/** @param code NaN beyond the end */
const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Whether it is worth to tokenise a text in search of a token: false only where it surely does not hold it. */
export const mayHold = (text: string, token: string): boolean =>
  !asciiOnly.test(text) || text.toLowerCase().includes(token)

/** What is handed to FTS5 in place of `text`. */
export const toIndexed = (text: string): string =>
  asciiOnly.test(text)
    ? text
    : tokenise(text)
        .map((token) => token.text)
        .join(' ')

/** By way of capitals, so that ſ is s; and first of small letters, so that ẞ is ß is ss. */
const fold = (word: string): string =>
  word
    .replace(anyIgnored, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
