/** A client id, whatever is in it, reaches the server whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClientId, resolveEndpoint } from './endpoint.ts'

const anyClientId = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '%2e%2e',
    '%2E',
    '.%2e',
    '...',
    ' ',
    '\\',
    '/../',
    '?x#y',
    '{client_id}',
    '$&',
    "$'",
    '\uD800',
  ),
)
const anySource = fc.constantFrom(
  ...['ws://host', 'wss://host/', 'ws://127.0.0.1:8787/ws/notify', 'ws://host/ws/notify/'],
  ...['wss://host/ws/notify/{client_id}', 'wss://host/ws/notify/%7Bclient_id%7D', 'ws://host/?token=t'],
)

describe('an endpoint', () => {
  it('carries any client id there and back', () => {
    fc.assert(
      fc.property(anySource, anyClientId, (source, clientId) => {
        fc.pre(clientId !== '.' && clientId !== '..')
        const checked = resolveEndpoint(source, clientId)
        // UTF-8 has no lone surrogates: they arrive as U+FFFD.
        expect(checked.ok && readClientId(new URL(checked.url).pathname)).toBe(clientId.toWellFormed())
      }),
      { numRuns: 2_000 },
    )
  })

  it('of any text is an address to connect to, or a problem', () => {
    const anyAddress = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.webUrl({ validSchemes: ['ws'] }),
    )
    fc.assert(
      fc.property(anyAddress, anyClientId, (source, clientId) => {
        const checked = resolveEndpoint(source, clientId)
        if (checked.ok)
          expect(new URL(checked.url)).toMatchObject({ protocol: expect.stringMatching(/^wss?:$/), hash: '' })
        else expect(checked.problem).not.toBe('')
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads any path without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        for (const pathname of [path, `/ws/notify/${path}`]) expect(readClientId(pathname)).not.toBe('')
      }),
    )
  })
})
