/** Who may do what: the one question that is asked before anything is published, subscribed to or told. */
import type { IncomingMessage } from 'node:http'
import type { ProblemDetail } from './http/answer.ts'

export type Wish = {
  readonly action: 'publish' | 'subscribe'
  /** Null: everyone's. Receipts are for who may publish, and metrics for who may publish to everyone. */
  readonly clientId: string | null
}

export type Permission =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly problem: ProblemDetail
      readonly headers?: Readonly<Record<string, string>>
    }

export type Authorise = (request: IncomingMessage, wish: Wish) => Permission

/**
 * Without tokens: whoever reaches the server, except web pages of elsewhere, which could publish from any browser on this
 * machine. Subscribing is as the seed has it, open to any page.
 */
export const authoriseAnyone: Authorise = (request, { action }) => {
  const { origin, host } = request.headers
  if (action === 'subscribe' || origin === undefined || isSameHost(origin, host)) return { ok: true }
  const detail = 'A web page of another address may not publish here.'
  return { ok: false, problem: { status: 403, detail, field: 'Origin' } }
}

const isSameHost = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host
