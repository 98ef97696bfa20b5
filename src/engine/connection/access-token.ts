/** The access token as it travels: one line of visible ASCII in a header (RFC 6750, 2.1). */
import { worded } from '../../i18n/wording.ts'
import { WordedRefusal } from '../worded-error.ts'

/** @returns the token without the spaces around it, which copying brings along. @throws Refusal */
export function checkAccessToken(token: string): string {
  const trimmed = token.trim()
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed
  throw new WordedRefusal('bad-input', worded('engine-connection.token.bad'))
}

export const bearer = (token: string): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${token}`,
})
