/** A client id in a log line: hostile text, so quoted, escaped and cut. */
import { hideTokens } from './access/access-token.ts'

export function quoteForLog(clientId: string): string {
  const told = hideTokens(clientId)
  const cut = told.length > 80 ? `${told.slice(0, 80)}…` : told
  // JSON leaves C1 controls, line separators and bidi marks as they are; a terminal would obey some of them.
  return JSON.stringify(cut).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCodePoint)
}

const escapeCodePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`
