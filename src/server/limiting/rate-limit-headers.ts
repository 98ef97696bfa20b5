/** How a sender stands with its limits, as headers: the IETF's draft `ratelimit-headers`, revision 11 (work in progress). */
import type { Standing } from './rate-limit.ts'

export type NamedStanding = Standing & { readonly name: string }

/** Nothing where nothing is limited. */
export function rateLimitHeaders(standings: readonly NamedStanding[]): Readonly<Record<string, string>> {
  if (standings.length === 0) return {}
  const item = (name: string, parameters: string): string => `"${name}";${parameters}`
  return {
    'RateLimit-Policy': standings
      .map(({ name, quota, windowSeconds }) => item(name, `q=${quota};w=${windowSeconds}`))
      .join(', '),
    RateLimit: standings
      .map(({ name, remaining, resetSeconds }) => item(name, `r=${remaining};t=${resetSeconds}`))
      .join(', '),
  }
}
