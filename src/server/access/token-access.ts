/** Access by tokens: each request brings its own, and gets what that one's rights reach (RFC 6750). */
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../clock/clock.ts'
import { assertNever } from '../assert-never.ts'
import type { KnownToken, Permission, Wish } from '../authorise.ts'
import { closeReasons } from '../close-reasons.ts'
import type { Access } from './access.ts'
import { isAccessToken } from './access-token.ts'
import { isSameHost, type Origins } from './origins.ts'
import { readPresentedToken, tokenParameter } from './presented-token.ts'
import { isExpired, mayDo, type Token } from './token.ts'
import type { TokenKeeper } from './token-keeper.ts'

export function createTokenAccess(deps: {
  readonly tokens: Pick<TokenKeeper, 'find' | 'current' | 'onChange'>
  readonly origins: Origins
  readonly clock: Pick<Clock, 'now'>
}): Access {
  const { tokens, origins, clock } = deps

  function authorise(request: IncomingMessage, wish: Wish): Permission {
    const { headers } = request
    // Before the token: a page that is not listed does not learn whether one that it came by is good.
    if (headers.origin !== undefined && !isSameHost(headers) && !origins.isListed(headers.origin)) {
      return { ok: false, problem: { status: 403, detail: otherOrigin, field: 'Origin' } }
    }
    const presented = readPresentedToken(request)
    switch (presented.kind) {
      case 'none':
        return noToken
      case 'twice':
        return tokenTwice
      case 'token':
        return judge(presented.secret, wish)
      default:
        return assertNever(presented)
    }
  }

  function judge(secret: string, wish: Wish): Permission {
    const token = isAccessToken(secret) ? tokens.find(secret) : null
    if (token === null) return unknownToken
    if (isExpired(token, clock.now())) return expiredToken
    return mayDo(token, wish) ? { ok: true, token } : insufficient(token, wish)
  }

  return {
    authorise,
    withdrawn({ hash }: KnownToken, wish: Wish) {
      const token = tokens.current(hash)
      if (token === null) return closeReasons.tokenRevoked
      if (isExpired(token, clock.now())) return closeReasons.tokenExpired
      return mayDo(token, wish) ? null : closeReasons.rightsWithdrawn
    },
    onChange: tokens.onChange,
    origins,
    needsToken: true,
  }
}

const otherOrigin = 'Web pages of this address may not use this server. List its origin with --allow-origin.'

/** RFC 6750, 3: the header says in which way one asks for more. Nothing in it comes from the request. */
function refuse(status: number, detail: string, error: string | null, description: string): Permission {
  const challenge = 'Bearer realm="Tocsin"'
  const why = error === null ? '' : `, error="${error}", error_description="${description}"`
  return {
    ok: false,
    problem: { status, detail, field: 'Authorization' },
    headers: { 'WWW-Authenticate': challenge + why },
  }
}

const noToken = refuse(
  401,
  `This server wants an access token: send it as "Authorization: Bearer TOKEN", or from a web page's socket as ?${tokenParameter}=TOKEN.`,
  null,
  '',
)
const tokenTwice = refuse(
  400,
  `The access token came more than once: send it in one way, by header or as ?${tokenParameter}=.`,
  'invalid_request',
  'The access token came more than once',
)
const unknownToken = refuse(
  401,
  'This access token is not known here: it was revoked, or is not whole.',
  'invalid_token',
  'The access token is not known',
)
const expiredToken = refuse(
  401,
  'This access token has expired: ask for a new one.',
  'invalid_token',
  'The access token expired',
)

function insufficient({ name }: Token, { action, clientId }: Wish): Permission {
  const whom = clientId === null ? 'everyone' : JSON.stringify(clientId)
  const what = {
    publish: `publish to ${whom}`,
    subscribe: `connect as ${whom}`,
    look: `look at receipts of ${whom}`,
  } as const satisfies Record<Wish['action'], string>
  const detail = `The access token "${name}" may not ${what[action]}: ask for a token that may.`
  return refuse(403, detail, 'insufficient_scope', 'The access token does not reach that far')
}
