/** Why a connection ended or never came about: a sentence for people, and how long the next attempt must wait. */

export type Failure = {
  readonly reason: string
  /** Milliseconds; 0 leaves the wait to the backoff alone. */
  readonly retryAfterMs: number
}

/** A server that says "not you" is not hammered; somebody has to change something first. */
const refusedRetryMs = 60_000
/** A server that restarts, or has too much to do, is given a moment. */
const busyRetryMs = 5_000
/** Whatever a server asks for, one wants to know the same day. */
const longestRetryMs = 3_600_000

const closeCodes: Readonly<Record<number, string>> = {
  1000: 'The server ended the connection.',
  1001: 'The server is shutting down.',
  1002: 'The server closed the connection: it saw a protocol error (1002).',
  1003: 'The server closed the connection: it did not accept our message (1003).',
  1006: 'The connection broke off.',
  1007: 'The connection was closed: a message was not valid UTF-8 (1007).',
  1008: 'The server refused us (1008).',
  4401: 'The server does not know us (4401): it wants a token.',
  4403: 'The server does not let us in (4403).',
  1009: 'The connection was closed: a message was larger than allowed (1009).',
  1011: 'The server closed the connection: it had an internal error (1011).',
  1012: 'The server is restarting (1012).',
  1013: 'The server asks us to try again later (1013).',
}

const networkCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at that address: is the server running?',
  ECONNRESET: 'The server broke off the connection.',
  ENOTFOUND: 'The name of the server cannot be found: check the address and your network.',
  EAI_AGAIN: 'The name of the server cannot be looked up right now: check your network.',
  ETIMEDOUT: 'The server did not answer in time.',
  EHOSTUNREACH: 'There is no way to that server: check your network.',
  ENETUNREACH: 'There is no network.',
  CERT_HAS_EXPIRED: "The server's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is self-signed, and so not trusted.",
  SELF_SIGNED_CERT_IN_CHAIN: "The server's certificate comes from an authority that is not trusted.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The server's certificate comes from an authority that is not trusted.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name.",
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'The server sent a message larger than 1 MiB, and was cut off (1009).',
  WS_ERR_INVALID_UTF8: 'The server sent text that is not valid UTF-8, and was cut off (1007).',
}

const refusedCloseCodes = new Set([1008, 4401, 4403])
const busyCloseCodes = new Set([1012, 1013])
const certificateCodes = new Set(Object.keys(networkCodes).filter((code) => /CERT|VERIFY/.test(code)))

/** @param reason what the other end gave as its reason; shown, since it is often the only explanation */
export function describeClose(code: number, reason: string): Failure {
  const sentence = closeCodes[code] ?? `The server closed the connection with code ${code}.`
  const said = reason === '' ? sentence : `${sentence} It said: ${reason.slice(0, 200)}`
  if (refusedCloseCodes.has(code)) return { reason: said, retryAfterMs: refusedRetryMs }
  return { reason: said, retryAfterMs: busyCloseCodes.has(code) ? busyRetryMs : 0 }
}

/** @param error what the `ws` client or the network under it reported */
export function describeError(error: Error & { readonly code?: string }): Failure {
  const code = error.code ?? ''
  const reason = networkCodes[code] ?? `The connection failed: ${error.message}.`
  return { reason, retryAfterMs: certificateCodes.has(code) ? refusedRetryMs : 0 }
}

/**
 * The server answered the upgrade with something else than a WebSocket.
 * @param retryAfter the `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3)
 * @param now milliseconds since the epoch
 */
export function describeResponse(status: number, retryAfter: string | undefined, now: number): Failure {
  const retryAfterMs = Math.max(usualRetryMs(status), readRetryAfter(retryAfter, now))
  return { reason: describeStatus(status), retryAfterMs }
}

function usualRetryMs(status: number): number {
  if (status === 429 || status >= 500) return busyRetryMs
  return refusedRetryMs
}

function readRetryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestRetryMs)
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403) return `The server does not let us in (HTTP ${status}).`
  if (status === 404) return 'The server has no notifications at that address (HTTP 404): check the path.'
  if (status === 429) return 'The server asks us to come less often (HTTP 429).'
  if (status >= 500) return `The server has a fault of its own (HTTP ${status}).`
  return `The server answered with HTTP ${status} instead of opening a WebSocket.`
}
