/** The token that came with a request: as a bearer (RFC 6750, 2.1), or in the query for browsers' sockets (2.3). */
import type { IncomingMessage } from 'node:http'
import { queryOf } from '../http/route.ts'

export type PresentedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly secret: string }
  /** In two ways, or twice: RFC 6750, 3.1, `invalid_request`. */
  | { readonly kind: 'twice' }

export const tokenParameter = 'access_token'

/** A request's body is never looked at for one. Other schemes are as good as none. */
export function readPresentedToken({
  headers,
  url = '',
}: Pick<IncomingMessage, 'headers' | 'url'>): PresentedToken {
  const found = url.includes(tokenParameter) ? queryOf(url).getAll(tokenParameter) : []
  const bearer = /^bearer +(.*)$/i.exec(headers.authorization?.trim() ?? '')?.[1]
  if (bearer !== undefined) found.push(bearer)
  const [secret] = found
  if (secret === undefined) return { kind: 'none' }
  return found.length === 1 ? { kind: 'token', secret } : { kind: 'twice' }
}
