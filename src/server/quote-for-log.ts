/** A client id in a log line: hostile text, so quoted, escaped and cut. */
import { hideTokens } from './access/access-token.ts'

export function quoteForLog(clientId: string): string {
  // JSON leaves C1 controls, line separators and bidi marks as they are; a terminal would obey some of them.
  return JSON.stringify(cutForLog(clientId, 80)).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCodePoint)
}

/** @param maxLength in UTF-16 units, beside the ellipsis */
export function cutForLog(text: string, maxLength: number): string {
  // Before it is cut: half a token is not told either.
  const told = hideTokens(text)
  return told.length > maxLength ? `${told.slice(0, maxLength)}…` : told
}

const escapeCodePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`
