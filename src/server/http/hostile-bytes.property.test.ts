/** Whatever bytes come where HTTP is expected, cut wherever: refused in words, or answered; nothing is left behind. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileRuns } from '../testing/hostile-runs.ts'
import { publish } from '../testing/http-client.ts'
import { measureFootprint } from '../testing/leak-watch.ts'
import { cutAt, exchangeRaw } from '../testing/raw-exchange.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const bytes = fc.uint8Array({ maxLength: 300 })
const word = fc.stringMatching(/^[!-~]{0,20}$/)

/** Mostly as it should be: what is wrong there hides all that comes after. */
const mostly = (good: fc.Arbitrary<string>, other: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: other })
const requestLine = fc
  .tuple(
    mostly(
      oneOf('POST', 'POST', 'GET', 'HEAD', 'OPTIONS'),
      fc.oneof(oneOf('PRI', 'CONNECT', 'get', ''), word),
    ),
    mostly(
      oneOf('/notify/a', '/notify/a', '/notify', '/ws/notify/a', '/receipts/x', '/notify/a/x/events'),
      fc.oneof(oneOf('*', 'http://x/notify', '/notify/%ff'), word),
    ),
    mostly(oneOf('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0'), oneOf('HTTP/2.0', 'HTTP/0.9', 'HTTP/1.1 ', '')),
  )
  .map((parts) => parts.join(' '))
const header = fc.oneof(
  fc.tuple(word, word).map((parts) => parts.join(': ')),
  oneOf(
    'Content-Length: 5',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 1e3',
    'Content-Length: 99999999999',
  ),
  oneOf(
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'Content-Encoding: br',
  ),
  oneOf(
    'Expect: 100-continue',
    'Expect: tea',
    'Connection: close',
    'Connection: keep-alive, Upgrade',
    ' folded',
  ),
  oneOf('Content-Type: application/json', 'Content-Type: ;;;', 'Host: ', 'Host: a\u0000b', 'X: \ud83d\udca3'),
  // Huge, in one or in many.
  fc.integer({ min: 1, max: 40_000 }).map((length) => `Big: ${'x'.repeat(length)}`),
  fc
    .integer({ min: 1, max: 3_000 })
    .map((count) => Array.from({ length: count }, (_, index) => `H${index}: 1`).join('\r\n')),
)
const body = fc.oneof(
  oneOf(
    '',
    'hello',
    '{"message":"x"}',
    '5\r\nhello\r\n0\r\n\r\n',
    '5;x=y\r\nhello\r\n',
    'zz\r\n',
    'fffffffffffffffff\r\n',
    '0\r\nX',
  ),
  fc.integer({ min: 60_000, max: 70_000 }).map((length) => 'x'.repeat(length)),
)
const request = fc
  .tuple(requestLine, fc.array(header, { maxLength: 4 }), body, oneOf('\r\n', '\r\n', '\r\n', '\n'))
  .map(([first, headers, rest, end]) => [first, 'Host: localhost', ...headers, '', rest].join(end))

const upgrade = fc
  .record({
    method: oneOf('GET', 'GET', 'GET', 'POST'),
    path: oneOf(
      '/ws/notify/a',
      '/ws/notify/a',
      '/ws/notify/%F0%9F%92%A3',
      '/ws/notify/',
      '/ws/notify/%',
      '/nothing',
    ),
    key: oneOf('dGhlIHNhbXBsZSBub25jZQ==', 'dGhlIHNhbXBsZSBub25jZQ==', 'short', ''),
    version: oneOf('13', '13', '13', '8', '99', ''),
    upgrade: oneOf('websocket', 'websocket', 'WebSocket', 'h2c', 'websocket, h2c'),
    more: fc.oneof(
      oneOf(
        '',
        'Tocsin-Resume: new',
        'Tocsin-Resume: epoch=x, own=99999999999999999999, all=-1',
        'Sec-WebSocket-Protocol: ,,',
      ),
      oneOf(
        'Sec-WebSocket-Extensions: permessage-deflate; x=',
        'Sec-WebSocket-Protocol: a, a',
        'Tocsin-Resume: epoch=a, own=9, all=9',
      ),
      word.map((value) => `Tocsin-Resume: ${value}`),
    ),
  })
  .map((parts) =>
    [
      `${parts.method} ${parts.path} HTTP/1.1`,
      ...['Host: localhost', 'Connection: Upgrade', `Upgrade: ${parts.upgrade}`],
      `Sec-WebSocket-Key: ${parts.key}`,
      `Sec-WebSocket-Version: ${parts.version}`,
      ...(parts.more === '' ? [] : [parts.more]),
      '\r\n',
    ].join('\r\n'),
  )

/** A text with some of its bytes changed. */
const spoilt = fc
  .tuple(
    fc.oneof(request, upgrade),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 3 }),
  )
  .map(([text, changes]) => {
    const sent = Buffer.from(text, 'latin1')
    for (const [share, byte] of changes) sent[Math.floor(share * sent.length)] = byte
    return sent
  })
const toBuffer = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const sent = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: bytes },
      { weight: 4, arbitrary: request.map(toBuffer) },
      { weight: 3, arbitrary: upgrade.map(toBuffer) },
      { weight: 3, arbitrary: spoilt },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((parts) => Buffer.concat(parts))
const exchanges = fc.record({
  bytes: sent,
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  ending: oneOf<'end' | 'destroy'>('end', 'end', 'end', 'destroy'),
})

/** What was answered: each refusal in words. */
function checkAnswers(received: Buffer): void {
  const text = received.toString('latin1')
  if (text === '') return
  expect(text).toMatch(/^HTTP\/1\.1 \d{3} /)
  for (const [head, status] of text.matchAll(/HTTP\/1\.1 (\d{3}) [\s\S]*?\r\n\r\n/g)) {
    expect(Number(status)).toBeLessThan(500)
    if (Number(status) >= 400) expect(head).toMatch(/Content-Type: application\/problem\+json/i)
  }
  for (const [, detail] of text.matchAll(/"status":\d+,"detail":"((?:[^"\\]|\\.)*)"/g))
    expect(detail).toMatch(/\w.*\.$/)
}

test('no bytes get a 500, end the server, or stay', { timeout: 120_000 }, async () => {
  await using running = await startTestServer({ demo: false, limits: { requests: 0, upgrades: 0 } })
  const { port } = running.server
  const run = (numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(exchanges, async ({ bytes: all, cuts, ending }) =>
        checkAnswers(await exchangeRaw({ port, pieces: cutAt(all, cuts), ending })),
      ),
      { numRuns },
    )
  await run(200) // warm
  const before = await measureFootprint()
  const timers = running.clock.timerCount
  await run(hostileRuns)
  await using alice = await connectTestClient(running.url, 'quite another')
  const id = await publish(running.url, '/notify/quite%20another', 'as before')
  expect((await alice.next()).fields['id']).toBe(id)
  alice.socket.terminate()
  await running.logged('"quite another" left')

  const after = await measureFootprint()
  expect(running.server.clientCount).toBe(0)
  expect(running.clock.timerCount).toBe(timers)
  expect(after.sockets).toBeLessThanOrEqual(before.sockets + 1)
  expect(after.heapBytes - before.heapBytes).toBeLessThan(8 * 1024 * 1024)
})
