/** What the server knows of a token, and what it lets its bearer do. */
import Type, { type Static } from 'typebox'
import { assertNever } from '../assert-never.ts'
import type { Wish } from '../authorise.ts'
import { ClientPattern, matchesClient } from './client-pattern.ts'

/** Names stand in log lines and on the command line. */
export const TokenName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$' })

const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$' })

export const Token = Type.Object(
  {
    name: TokenName,
    /** As `hashOf` gives it. */
    hash: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    /** Clients that it may publish to, and whose receipts it may look at. */
    publish: Type.Optional(Type.Array(ClientPattern)),
    /** Clients that it may connect as. */
    subscribe: Type.Optional(Type.Array(ClientPattern)),
    /** Publish to everyone at once. No pattern gives this: it reaches clients that nobody thought of. */
    publish_to_everyone: Type.Optional(Type.Boolean()),
    created: Type.Optional(Moment),
    /** From here on it is good for nothing. Absent: never. */
    expires: Type.Optional(Moment),
  },
  { additionalProperties: false },
)
export type Token = Static<typeof Token>

export const isExpired = ({ expires }: Token, nowMs: number): boolean =>
  // So written that a time that does not exist is past.
  expires !== undefined && !(Date.parse(expires) > nowMs)

/** Whether its rights reach that far. Not: whether it has expired. */
export function mayDo(token: Token, { action, clientId }: Wish): boolean {
  switch (action) {
    case 'publish':
      return mayPublish(token, clientId)
    case 'subscribe':
      return maySubscribe(token, clientId)
    case 'look':
      return mayPublish(token, clientId) || maySubscribe(token, clientId)
    default:
      return assertNever(action)
  }
}

function mayPublish(
  { publish = [], publish_to_everyone: toEveryone = false }: Token,
  clientId: string | null,
) {
  return clientId === null ? toEveryone : publish.some((pattern) => matchesClient(pattern, clientId))
}

function maySubscribe({ subscribe = [] }: Token, clientId: string | null) {
  return clientId !== null && subscribe.some((pattern) => matchesClient(pattern, clientId))
}
