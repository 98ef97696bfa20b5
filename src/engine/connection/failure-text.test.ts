import { describe, expect, it } from 'vitest'
import { describeClose, describeError } from './failure-text.ts'

const error = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code })

describe('why a connection ended', () => {
  it.each([
    [describeClose(1001, ''), 'The server is shutting down.'],
    [describeClose(1008, 'no token'), 'The server refused us (1008). It said: no token'],
    [describeClose(4999, ''), 'The server closed the connection with code 4999.'],
    [
      describeError(error('connect', 'ECONNREFUSED')),
      'Nothing answers at that address: is the server running?',
    ],
    [
      describeError(error('Unexpected server response: 404')),
      'The server has no notifications at that address (HTTP 404): check the path.',
    ],
    [
      describeError(error('Unexpected server response: 502')),
      'The server has a fault of its own (HTTP 502).',
    ],
    [describeError(error('odd')), 'The connection failed: odd.'],
  ])('%s', (sentence, expected) => expect(sentence).toBe(expected))

  it("does not let a server's reason fill the screen", () => {
    expect(describeClose(1000, 'x'.repeat(10_000)).length).toBeLessThan(300)
  })
})
