/** What an answer says to the browser of a web page of elsewhere (Fetch Standard, CORS): which pages may read it, and send what. */
import type { IncomingMessage } from 'node:http'
import { textHeaders } from '../publishing/text-fields.ts'
import type { Origins } from './origins.ts'

/** How long a browser may remember what a page may send, in seconds. */
const maxAgeSeconds = 600

const requestHeaders = [
  'authorization',
  'content-type',
  'idempotency-key',
  'last-event-id',
  ...textHeaders,
].join(', ')
const answerHeaders =
  'Location, Idempotency-Replayed, Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate'

/** @returns headers for every answer to this request, refusals too: a page shall be able to say what was wrong */
export function corsHeaders(
  origins: Origins,
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
): Readonly<Record<string, string>> {
  if (origins.isEmpty) return {}
  const allowed = origins.allowedFor(headers.origin)
  // Caches must not give one page's answer to another.
  const vary = { Vary: 'Origin' }
  if (allowed === null) return vary
  const shared = { ...vary, 'Access-Control-Allow-Origin': allowed }
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
  if (!isPreflight) return { ...shared, 'Access-Control-Expose-Headers': answerHeaders }
  return {
    ...shared,
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': requestHeaders,
    'Access-Control-Max-Age': String(maxAgeSeconds),
  }
}
