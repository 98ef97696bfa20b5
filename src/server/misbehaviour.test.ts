/** What clients must not do, and what the server does about it: answers first, closes when they keep at it. */
import { expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { maxFrameBurst, maxUnsentBytes } from './limiting/server-limits.ts'
import { maxBufferedBytes, offences, storeLimits } from './limits.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import { post } from './testing/http-client.ts'
import { watchStalls } from './testing/stalls.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

const deep = '['.repeat(30_000) + ']'.repeat(30_000)

test.each([
  ['not JSON', 'hello', /not JSON/],
  ['nothing at all', '', /not JSON/],
  ['an array', '[1]', /not a JSON object/],
  ['a number', '5', /not a JSON object/],
  ['null', 'null', /not a JSON object/],
  ['an object of neither kind', '{"a":1}', /neither "frequency" nor "action"/],
  ['an unknown action', '{"action":"delete","id":"notif_1234"}', /Unknown action "delete"/],
  ['a missing id', '{"action":"acknowledge"}', /needs the "id"/],
  ['an empty id', '{"action":"acknowledge","id":""}', /needs the "id"/],
  ['an id of another type', '{"action":"acknowledge","id":7}', /needs the "id"/],
  ['a binary frame', Buffer.from('{"frequency":5}'), /Binary/],
  ['nesting that overflows a stack, as a frequency', `{"frequency":${deep}}`, /must be a number/],
  ['nesting that overflows a stack, as an action', `{"action":${deep}}`, /Unknown action/],
  ['a prototype for a present', '{"__proto__":{"frequency":5}}', /neither|must be/],
])('%s is answered with a system message that says so', async (_name, frame, message) => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  client.socket.send(frame)
  expect((await client.next()).fields).toEqual({
    type: 'system',
    message: expect.stringMatching(message),
    timestamp: expect.any(String),
  })
  expect((await client.ask({ frequency: 5 })).fields['message']).toBe('Frequency set to 5.0 seconds')
})

test('who keeps at it is closed with 1008 and a reason, after the last answer', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  for (let i = 0; i < offences.max + 10; i++) client.socket.send('nonsense')
  for (let i = 0; i < offences.max; i++) expect((await client.next()).fields['type']).toBe('system')
  await expect(client.next()).rejects.toThrow('closed with 1008 Too many messages')
  expect(await client.closed).toEqual({
    code: 1008,
    reason: 'Too many messages that could not be understood',
  })
  await running.logged('"alice" left')
  expect(running.lines.filter((line) => line.includes('Closing'))).toHaveLength(1)
})

test('who does it now and then is not', async () => {
  await using running = await startTestServer({ demo: false })
  await using client = await connectTestClient(running.url)
  for (let i = 0; i < offences.max * 3; i++) {
    expect((await client.ask('nonsense')).fields['message']).toBe('That message is not a JSON object')
    running.clock.advance(1000)
  }
  expect((await client.ask({ frequency: 5 })).fields['message']).toBe('Frequency set to 5.0 seconds')
})

test('a frame of 64 KiB is read, one byte more is closed with 1009', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  client.socket.send('x'.repeat(64 * 1024))
  expect((await client.next()).fields['message']).toBe('That message is not JSON')
  client.socket.send('x'.repeat(64 * 1024 + 1))
  expect((await client.closed).code).toBe(1009)
  await running.logged('"alice" left')
})

test('64 KiB in many fragments count as one frame', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  for (let i = 0; i < 65; i++) client.socket.send('x'.repeat(1024), { fin: false })
  expect((await client.closed).code).toBe(1009)
})

test('text that is not UTF-8 is closed with 1007', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false })
  expect((await client.closed).code).toBe(1007)
})

test('a client that sends and does not read its answers is not read either, until it does', async () => {
  await using running = await startTestServer({ demo: false, limits: { framesPerSecond: 0 } })
  await using client = await connectTestClient(running.url)
  await using other = await connectTestClient(running.url, 'other')
  client.socket.pause()
  // Each is answered with its own id: 32 MB to send back, far more than the system's buffers hold.
  for (let i = 0; i < 500; i++) {
    client.socket.send(JSON.stringify({ action: 'acknowledge', id: `${i} ${'x'.repeat(64_000)}` }))
  }
  while (running.server.unsentBytes <= maxUnsentBytes) await new Promise(setImmediate)
  for (let i = 0; i < 50; i++) await other.ask({ frequency: 5 })
  expect(running.server.unsentBytes).toBeLessThan(2 * maxBufferedBytes)
  client.socket.resume()
  for (let i = 0; i < 500; i++) expect((await client.next()).text).toContain(`Notification ${i} x`)
  expect(running.server.unsentBytes).toBe(0)
})

test('nor is one that acknowledges what was published: its confirmations wait for it, and it is not closed', async () => {
  using stalls = watchStalls()
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  await using running = await startTestServer({ demo: false, store, clock })
  await using client = await connectTestClient(running.url)
  const ids = Array.from({ length: 8_000 }, (_, i) => `${i} ${'x'.repeat(190)}`)
  const draft = { stream: 'alice', publishedAtMs: clock.now(), idempotency: null }
  await Promise.all(ids.map((id) => store.append({ ...draft, id, frame: '{}' })))
  for (const _ of ids) await client.next()
  stalls.stall(client.port)
  for (const id of ids) client.socket.send(JSON.stringify({ action: 'acknowledge', id }))
  while (running.server.unsentBytes <= maxUnsentBytes) await new Promise(setImmediate)
  for (let i = 0; i < 50; i++) await post(running.url, '/notify/other', 'x')
  expect(running.server.unsentBytes).toBeLessThan(maxBufferedBytes)
  stalls.drain(client.port)
  for (const id of ids)
    expect((await client.next()).fields['message']).toBe(`Notification ${id} marked as read`)
})

test('one that does not read what it is told unasked is closed with 1013', async () => {
  using stalls = watchStalls()
  const clock = createManualClock()
  const store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  await using running = await startTestServer({ demo: false, store, clock })
  await using reading = await connectTestClient(running.url)
  await using stalled = await connectTestClient(running.url)
  // Each is confirmed on both connections: on one it is read, for the other it waits.
  const ids = Array.from({ length: 8_000 }, (_, i) => `${i} ${'x'.repeat(190)}`)
  const draft = { stream: 'alice', publishedAtMs: clock.now(), idempotency: null }
  await Promise.all(ids.map((id) => store.append({ ...draft, id, frame: '{}' })))
  for (const _ of ids) await Promise.all([reading.next(), stalled.next()])
  stalls.stall(stalled.port)
  for (const id of ids) reading.socket.send(JSON.stringify({ action: 'acknowledge', id }))
  await running.logged('with 1013')
  stalls.drain(stalled.port)
  await expect(
    (async () => {
      for (;;) await stalled.next()
    })(),
  ).rejects.toThrow('closed with 1013 Messages are not read as fast as they are sent')
})

test('a client that sends without end is read more slowly, and misses no answer', async () => {
  await using running = await startTestServer({ demo: false, limits: { framesPerSecond: 1000 } })
  await using client = await connectTestClient(running.url)
  const count = maxFrameBurst + 3_000
  for (let i = 0; i < count; i++) client.socket.send('{"frequency":5}')
  const answered = Promise.all(Array.from({ length: count }, () => client.next()))
  let isDone = false
  void answered.then(() => {
    isDone = true
  })
  // Time stands still: what is over the burst waits on the client's side.
  await using other = await connectTestClient(running.url, 'other')
  while (client.socket.bufferedAmount > 0) await other.ask({ frequency: 5 })
  await other.ask({ frequency: 5 })
  expect(isDone).toBe(false)
  for (let second = 0; !isDone && second < 10; second++) {
    running.clock.advance(1_000)
    for (let i = 0; i < 20; i++) await other.ask({ frequency: 5 })
  }
  await answered
  running.clock.advance(2_000)
  expect(running.clock.timerCount).toBe(2) // The heartbeat’s, and the store’s.
})

test('after all that the others are served as before', async () => {
  await using running = await startTestServer()
  await using good = await connectTestClient(running.url, 'good')
  await using bad = await connectTestClient(running.url, 'bad')
  bad.socket.send('x'.repeat(70_000))
  await running.logged('"bad" left')
  expect((await good.ask({ frequency: 5 })).fields['message']).toBe('Frequency set to 5.0 seconds')
  expect(running.server.clientCount).toBe(1)
})
