/** Whatever is asked, in whatever words: an answer that says what was wrong, never a 500, and the server goes on. */
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileRuns } from '../testing/hostile-runs.ts'
import { publish } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

const segment = fc.oneof(
  fc.constantFrom('notify', 'receipts', 'ws', 'events', 'alice', '..', '%', '%00', '%ff', 'openapi.json', ''),
  fc.string({ unit: 'binary' }).map((value) => encodeURIComponent(value.toWellFormed())),
  fc.stringMatching(/^[!-~]*$/),
)
const path = fc.oneof(
  fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`),
  segment.map((value) => `/notify/${value}`),
)
const query = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('type', 'title', 'wait', 'error_code', 'x'), fc.stringMatching(/^[!-~]*$/))
    .map(([name, value]) => `?${name}=${value}`),
)
const known = fc.constantFrom(
  'type',
  'title',
  'message',
  'id',
  'timestamp',
  'read',
  'priority',
  'error_code',
  'tocsin',
  '__proto__',
)
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.dictionary(known, fc.jsonValue()).map((value) => JSON.stringify(value)),
  fc
    .dictionary(known, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('info', 'error')))
    .map((value) => JSON.stringify(value)),
)
const header = fc.constantFrom(
  'content-type',
  'title',
  'type',
  'priority',
  'error-code',
  'idempotency-key',
  'accept',
  'origin',
)
const value = fc.oneof(
  fc.constantFrom('application/json', 'text/plain', 'error', 'info', 'high', 'text/html', '"', '""', 'null'),
  fc.stringMatching(/^[ -~\u00a0-\u00ff]*$/),
)
const requests = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'HEAD', 'DELETE', 'PATCH'),
  target: fc.tuple(path, query).map((parts) => parts.join('')),
  headers: fc.dictionary(header, value, { maxKeys: 3 }),
  body,
})

test('no request gets a 500, and each refusal says what is wrong', { timeout: 60_000 }, async () => {
  await using running = await startTestServer({ demo: false, limits: { requests: 0, upgrades: 0 } })
  await fc.assert(
    fc.asyncProperty(requests, async ({ method, target, headers, body: sent }) => {
      const asked = request({ port: running.server.port, method, path: target, headers })
      asked.end(method === 'GET' || method === 'HEAD' ? undefined : Buffer.from(sent))
      const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) =>
        asked.on('response', resolve).on('error', reject),
      )
      const answer = await text(response)
      const status = response.statusCode ?? 0
      expect(status).toBeLessThan(500)
      if (status < 400 || method === 'HEAD') return
      // What is no HTTP at all, Node refuses by itself.
      if (status === 400 && answer === '') return
      expect(JSON.parse(answer)).toMatchObject({ status, detail: expect.stringMatching(/\.$/) })
    }),
    { numRuns: hostileRuns },
  )
  await using alice = await connectTestClient(running.url, 'quite another')
  const id = await publish(running.url, '/notify/quite%20another', 'as before')
  expect((await alice.next()).fields['id']).toBe(id)
  expect(running.lines.filter((line) => line.includes('failed'))).toEqual([])
})
