/** The access token as it travels: one line of visible ASCII in a header (RFC 6750, 2.1). */
import { Refusal } from '../../contract/refusal.ts'

/** @returns the token without the spaces around it, which copying brings along. @throws Refusal */
export function checkAccessToken(token: string): string {
  const trimmed = token.trim()
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
  throw new Refusal(
    'bad-input',
    'An access token is one word of letters, digits and signs. Copy it again, without spaces or line breaks in it.',
  )
}

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${token}`,
})
