/** What clients must not do, and what the server does about it: answers first, closes when they keep at it. */
import { expect, test } from 'vitest'
import { offences } from './limits.ts'
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

test('a client that sends and never reads is closed with 1013: memory stays bounded', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  client.socket.pause()
  // Each is answered with its own id: 64 MB to send back, far more than the system's buffers hold.
  for (let i = 0; i < 1000; i++) {
    client.socket.send(JSON.stringify({ action: 'acknowledge', id: 'x'.repeat(64_000) }))
  }
  await running.logged('with 1013')
  client.socket.resume()
  expect(await client.closed).toEqual({
    code: 1013,
    reason: 'Messages are not read as fast as they are sent',
  })
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
