import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { describeClose, describeError, describeResponse, type Failure } from './failure.ts'
import { ProxyFault } from './proxy-fault.ts'

const error = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })
const now = Date.UTC(2026, 0, 1)

const answered = (status: number, retryAfter?: string) => new ProxyFault({ status, retryAfter })

/** A wish of the server's is marked with an exclamation mark. */
const told = (failure: Failure) =>
  [inEnglish(failure.reason), failure.retryAfterMs, ...(failure.isServersWish ? ['!'] : [])] as const

describe('why a connection ended', () => {
  it.each([
    [describeClose(1001, ''), 'The server is shutting down.', 0],
    [describeClose(1000, ''), 'The server ended the connection.', 0],
    [describeClose(1006, ''), 'The connection broke off.', 0],
    [describeClose(1008, 'no token'), 'The server refused us (1008). It said: no token', 60_000, '!'],
    [describeClose(4401, ''), 'The server does not know us (4401): it wants a token.', 60_000, '!'],
    [describeClose(4403, ''), 'The server does not let us in (4403).', 60_000, '!'],
    [describeClose(1012, ''), 'The server is restarting (1012).', 5_000, '!'],
    [describeClose(1013, ''), 'The server asks us to try again later (1013).', 5_000, '!'],
    [describeClose(4999, ''), 'The server closed the connection with code 4999.', 0],
    [
      describeError(error('connect', 'ECONNREFUSED'), now),
      'Nothing answers at that address: is the server running?',
      0,
    ],
    [describeError(error('x', 'CERT_HAS_EXPIRED'), now), "The server's certificate has expired.", 60_000],
    [
      describeError(error('x', 'ERR_SSL_WRONG_VERSION_NUMBER'), now),
      'No secure connection to the server came about (ERR_SSL_WRONG_VERSION_NUMBER): is its address ws:// instead of wss://?',
      0,
    ],
    [describeError(error('odd'), now), 'The connection failed: odd.', 0],
    [
      describeResponse(401, undefined, now),
      'The server does not let us in (HTTP 401): it wants an access token.',
      60_000,
      '!',
    ],
    [describeResponse(403, undefined, now), 'The server does not let us in (HTTP 403).', 60_000, '!'],
    [
      describeResponse(404, undefined, now),
      'The server has no notifications at that address (HTTP 404): check the path.',
      60_000,
    ],
    [describeResponse(502, undefined, now), 'The server has a fault of its own (HTTP 502).', 5_000],
    [describeResponse(502, '9', now), 'The server has a fault of its own (HTTP 502).', 9_000, '!'],
    [describeResponse(429, '120', now), 'The server asks us to come less often (HTTP 429).', 120_000, '!'],
    [
      describeResponse(503, new Date(now + 30_000).toUTCString(), now),
      'The server has a fault of its own (HTTP 503).',
      30_000,
      '!',
    ],
    [describeResponse(503, 'soon', now), 'The server has a fault of its own (HTTP 503).', 5_000, '!'],
    [describeResponse(503, '99999999', now), 'The server has a fault of its own (HTTP 503).', 3_600_000, '!'],
  ])('%j', (failure, ...expected) => expect(told(failure)).toEqual(expected))

  it("does not let a server's reason fill the screen", () => {
    expect(inEnglish(describeClose(1000, 'x'.repeat(10_000)).reason).length).toBeLessThan(300)
  })
})

describe("what is the proxy's fault", () => {
  it.each([
    [
      describeError(answered(407, undefined), now),
      'The proxy wants a name and a password (HTTP 407): write them into its address, http://name:password@host.',
      60_000,
    ],
    [
      describeError(answered(403, undefined), now),
      'The proxy does not let us through to that server (HTTP 403).',
      60_000,
    ],
    [describeError(answered(502, undefined), now), 'The proxy did not reach the server (HTTP 502).', 5_000],
    [describeError(answered(429, '7'), now), 'The proxy asks us to come less often (HTTP 429).', 7_000, '!'],
    [
      describeError(new ProxyFault(error('connect', 'ECONNREFUSED')), now),
      "Nothing answers at the proxy's address: is the proxy running?",
      0,
    ],
    [
      describeError(new ProxyFault(error('x', 'ENOTFOUND')), now),
      'The name of the proxy cannot be found: check the address and your network.',
      0,
    ],
    [
      describeError(new ProxyFault(error('x', 'CERT_HAS_EXPIRED')), now),
      "The proxy's certificate has expired.",
      60_000,
    ],
    [describeError(new ProxyFault(error('odd')), now), 'The proxy cannot be used: odd.', 0],
  ])('%j', (failure, ...expected) => expect(told(failure)).toEqual(expected))
})
