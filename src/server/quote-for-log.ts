/** A client id in a log line: hostile text, so quoted, escaped and cut. */
export function quoteForLog(clientId: string): string {
  const cut = clientId.length > 80 ? `${clientId.slice(0, 80)}…` : clientId
  // JSON leaves C1 controls, line separators and bidi marks as they are; a terminal would obey some of them.
  return JSON.stringify(cut).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCodePoint)
}

const escapeCodePoint = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`
