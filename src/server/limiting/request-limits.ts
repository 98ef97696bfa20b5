/** Whether a sender may ask once more: counted by its address before anything else, then by its token. */
import type { IncomingMessage } from 'node:http'
import { type Answer, problemAnswer } from '../http/answer.ts'
import type { ReadAddress } from './client-address.ts'
import { createRateLimit } from './rate-limit.ts'
import { type NamedStanding, rateLimitHeaders } from './rate-limit-headers.ts'
import { maxRateKeys, rateWindowSeconds } from './server-limits.ts'

export type Admission =
  /** `headers` say how the sender stands; for whatever it is answered. */
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly answer: Answer }

export type RequestLimits = {
  /** Counts also those that are refused, or come with a token that is none: so guessing is limited too. */
  admit(request: Pick<IncomingMessage, 'headers' | 'socket'>): Promise<Admission>
  /**
   * Counts for the token as well.
   * @param token its name; null: none is needed here
   * @param before what was said of its address
   */
  admitToken(token: string | null, before: Admission): Promise<Admission>
}

/**
 * @param quota for each address and for each token, within `rateWindowSeconds`; 0: any number
 * @param what they are, in the plural: `requests`
 */
export function createRequestLimits(options: {
  readonly quota: number
  readonly what: string
  readonly readAddress: ReadAddress
}): RequestLimits {
  const { quota, what, readAddress } = options
  const open: Admission = { ok: true, headers: {} }
  if (quota === 0) return { admit: async () => open, admitToken: async (_token, before) => before }

  const limit = { quota, windowSeconds: rateWindowSeconds, maxKeys: maxRateKeys }
  const addresses = createRateLimit(limit)
  const tokens = createRateLimit(limit)

  function decide(standing: NamedStanding, whose: string): Admission {
    const headers = rateLimitHeaders([standing])
    if (!standing.isOver) return { ok: true, headers }
    const { windowSeconds, resetSeconds } = standing
    const detail = `More than ${quota} ${what} within ${windowSeconds} seconds came ${whose}: try again in ${resetSeconds} s.`
    const after = { 'Retry-After': String(resetSeconds) }
    return { ok: false, answer: problemAnswer({ status: 429, detail }, { ...after, ...headers }) }
  }

  return {
    async admit(request) {
      return decide({ name: 'address', ...(await addresses.take(readAddress(request))) }, 'from this address')
    },
    async admitToken(token, before) {
      if (token === null || !before.ok) return before
      const admission = decide({ name: 'token', ...(await tokens.take(token)) }, 'with this token')
      return admission.ok ? { ok: true, headers: joined(before.headers, admission.headers) } : admission
    },
  }
}

/** Both are lists (RFC 9651, 3.1). */
const joined = (
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(first).map(([name, value]) => [name, `${value}, ${second[name]}`]))
