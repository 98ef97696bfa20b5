/** Who may do what: the one question that is asked before anything is published, subscribed to or told. */
import type { IncomingMessage } from 'node:http'
import type { ProblemDetail } from './http/answer.ts'

export type Wish = {
  /** `look`: at a receipt. */
  readonly action: 'publish' | 'subscribe' | 'look'
  /** Null: everyone's. Metrics are for who may publish to everyone. */
  readonly clientId: string | null
}

export type Permission =
  /** `token`: which one it was given for; null where the server asks for none. */
  | { readonly ok: true; readonly token: KnownToken | null }
  | {
      readonly ok: false
      readonly problem: ProblemDetail
      readonly headers?: Readonly<Record<string, string>>
    }

/** `name` is for people, limits and logs; `hash` tells it from another one of the same name. */
export type KnownToken = { readonly name: string; readonly hash: string }

export type Authorise = (request: IncomingMessage, wish: Wish) => Permission
