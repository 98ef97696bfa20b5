import { describe, expect, it } from 'vitest'
import { describeClose, describeError, describeResponse } from './failure.ts'

const error = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })
const now = Date.UTC(2026, 0, 1)

describe('why a connection ended', () => {
  it.each([
    [describeClose(1001, ''), 'The server is shutting down.', 0],
    [describeClose(1000, ''), 'The server ended the connection.', 0],
    [describeClose(1008, 'no token'), 'The server refused us (1008). It said: no token', 60_000],
    [describeClose(4401, ''), 'The server does not know us (4401): it wants a token.', 60_000],
    [describeClose(1013, ''), 'The server asks us to try again later (1013).', 5_000],
    [describeClose(4999, ''), 'The server closed the connection with code 4999.', 0],
    [
      describeError(error('connect', 'ECONNREFUSED')),
      'Nothing answers at that address: is the server running?',
      0,
    ],
    [describeError(error('x', 'CERT_HAS_EXPIRED')), "The server's certificate has expired.", 60_000],
    [describeError(error('odd')), 'The connection failed: odd.', 0],
    [
      describeResponse(404, undefined, now),
      'The server has no notifications at that address (HTTP 404): check the path.',
      60_000,
    ],
    [describeResponse(502, undefined, now), 'The server has a fault of its own (HTTP 502).', 5_000],
    [describeResponse(429, '120', now), 'The server asks us to come less often (HTTP 429).', 120_000],
    [
      describeResponse(503, new Date(now + 30_000).toUTCString(), now),
      'The server has a fault of its own (HTTP 503).',
      30_000,
    ],
    [describeResponse(503, 'soon', now), 'The server has a fault of its own (HTTP 503).', 5_000],
    [describeResponse(503, '99999999', now), 'The server has a fault of its own (HTTP 503).', 3_600_000],
  ])('%j', (failure, reason, retryAfterMs) => expect(failure).toEqual({ reason, retryAfterMs }))

  it("does not let a server's reason fill the screen", () => {
    expect(describeClose(1000, 'x'.repeat(10_000)).reason.length).toBeLessThan(300)
  })
})
