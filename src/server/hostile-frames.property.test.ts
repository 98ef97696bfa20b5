/** Whatever frames a client sends, by the rules or not: answered in words or closed with a code, and nothing is left behind. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileRuns } from './testing/hostile-runs.ts'
import { publish } from './testing/http-client.ts'
import { measureFootprint } from './testing/leak-watch.ts'
import { cutAt, exchangeRaw } from './testing/raw-exchange.ts'
import { readFrames } from './testing/read-frames.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

const handshake = Buffer.from(
  [
    'GET /ws/notify/mallory HTTP/1.1',
    ...['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n'),
)

type Frame = {
  readonly isFinal: boolean
  readonly reserved: number
  readonly opcode: number
  readonly isMasked: boolean
  /** Written in longer form than needed, or more than there is. */
  readonly length: 'right' | '16 bits' | '64 bits' | 'one more' | 'huge'
  readonly payload: Uint8Array
}

const text = (value: string): Uint8Array => Buffer.from(value)
const payload = fc.oneof(
  fc.constantFrom(
    ...[
      '{"frequency":5}',
      '{"frequency":"x"}',
      '{"action":"acknowledge","id":"notif_1"}',
      '{"action":"dance"}',
    ].map(text),
    ...['{"action":"acknowledge","id":{}}', '[[[', 'null', '', '\u0000', '\u{1f4a3}'].map(text),
  ),
  fc.json().map(text),
  fc.uint8Array({ maxLength: 130 }),
  // Cut in the middle of a character, overlong, a lone surrogate, no character at all (RFC 3629).
  fc
    .constantFrom([0xf0, 0x9f], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff])
    .map((codes) => Uint8Array.from(codes)),
  // A close frame's codes, allowed and not, with a reason.
  fc
    .tuple(
      fc.constantFrom(1000, 1001, 1005, 1006, 1015, 2999, 3000, 4999, 0, 65_535),
      fc.string({ maxLength: 20 }),
    )
    .map(([code, reason]) => Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(reason)])),
  fc.constantFrom(65_535, 65_536, 65_537, 80_000).map((size) => new Uint8Array(size).fill(0x61)),
)
const rarely = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
const frame: fc.Arbitrary<Frame> = fc.record({
  isFinal: fc.oneof(fc.constant(true), fc.constant(true), fc.constant(false)),
  reserved: rarely(0, fc.integer({ min: 1, max: 7 })),
  opcode: fc.oneof(fc.constantFrom(0, 1, 1, 1, 2, 8, 9, 10), fc.nat(15)),
  isMasked: rarely(true, fc.constant(false)),
  length: rarely<Frame['length']>('right', fc.constantFrom('16 bits', '64 bits', 'one more', 'huge')),
  payload,
})

function toBytes({ isFinal, reserved, opcode, isMasked, length, payload: data }: Frame): Buffer {
  const said = length === 'one more' ? data.length + 1 : data.length
  const mask = isMasked ? [0x12, 0x34, 0x56, 0x78] : []
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode
  const second = isMasked ? 0x80 : 0
  const long = Buffer.alloc(8)
  if (length === 'huge') long.fill(0xff)
  else long.writeBigUInt64BE(BigInt(said))
  const head =
    length === 'huge' || length === '64 bits' || said > 0xffff
      ? [first, second | 127, ...long]
      : length === '16 bits' || said > 125
        ? [first, second | 126, said >> 8, said & 0xff]
        : [first, second | said]
  const masked = isMasked ? data.map((byte, index) => byte ^ (mask[index % 4] ?? 0)) : data
  return Buffer.concat([Buffer.from([...head, ...mask]), masked])
}

const exchanges = fc.record({
  frames: fc.array(frame, { minLength: 1, maxLength: 6 }),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  ending: fc.constantFrom<'end' | 'destroy'>('end', 'end', 'destroy'),
})

/** All that the server says is by the rules: answers in words, pongs, and at most one close, which is the last. */
function checkSaid(received: Buffer): void {
  if (received.length === 0) return
  expect(received.subarray(0, 12).toString()).toBe('HTTP/1.1 101')
  const said = readFrames(received.subarray(received.indexOf('\r\n\r\n') + 4))
  for (const [index, { opcode, payload: data }] of said.entries()) {
    switch (opcode) {
      case 1:
        expect(JSON.parse(data.toString())).toEqual({
          type: 'system',
          message: expect.stringMatching(/\w/),
          timestamp: expect.any(String),
        })
        break
      case 8:
        expect(index).toBe(said.length - 1)
        // 1005 is what nobody may say (RFC 6455, 7.4.1): a close without a code.
        if (data.length > 0) expect(data.readUInt16BE(0)).toSatisfy(isAllowedCode)
        break
      default:
        expect(opcode).toBe(10)
    }
  }
}

const isAllowedCode = (code: number): boolean =>
  [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1011, 1013].includes(code) || (code >= 3000 && code <= 4999)

test('no frames end the server, or leave anything behind', { timeout: 120_000 }, async () => {
  await using running = await startTestServer({ demo: false, limits: { requests: 0, upgrades: 0 } })
  const { port } = running.server
  const run = (numRuns: number): Promise<void> =>
    fc.assert(
      fc.asyncProperty(exchanges, async ({ frames, cuts, ending }) => {
        const then = cutAt(Buffer.concat(frames.map(toBytes)), cuts)
        checkSaid(await exchangeRaw({ port, pieces: [handshake], then, ending }))
      }),
      { numRuns },
    )
  await run(200) // warm
  const before = await measureFootprint()
  const timers = running.clock.timerCount
  await run(hostileRuns)
  await using alice = await connectTestClient(running.url, 'alice')
  const id = await publish(running.url, '/notify/alice', 'as before')
  expect((await alice.next()).fields['id']).toBe(id)
  alice.socket.terminate()
  await running.logged('"alice" left')

  const after = await measureFootprint()
  expect(running.server.clientCount).toBe(0)
  expect(running.server.unsentBytes).toBe(0)
  expect(running.clock.timerCount).toBe(timers)
  expect(after.sockets).toBeLessThanOrEqual(before.sockets + 1)
  expect(after.heapBytes - before.heapBytes).toBeLessThan(8 * 1024 * 1024)
})
