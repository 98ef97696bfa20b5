/** Starting, stopping, and what is answered to those who are not clients. */
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { systemClock } from '../clock/system-clock.ts'
import { NotificationFrame } from '../protocol/notification.ts'
import { closeGraceMs, storeLimits } from './limits.ts'
import { startNotificationServer } from './notification-server.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import { connectTestClient } from './testing/test-client.ts'
import { startTestServer } from './testing/test-server.ts'

const start = async (address: { readonly bind: string; readonly port: number }) =>
  startNotificationServer({
    ...{ demo: true, clock: systemClock, random: Math.random, ...address },
    store: await openSqliteStore({ file: null, limits: storeLimits, clock: systemClock }),
  })

test('what it generates satisfies the schema, and shows all four types within the first four', async () => {
  await using running = await startTestServer({ random: Math.random })
  await using client = await connectTestClient(running.url)
  await client.ask({ frequency: 1 })
  const schema = Compile(NotificationFrame)
  const types = new Set<unknown>()
  for (let i = 0; i < 4; i++) {
    // Twice the interval at most: how many come of it is up to the jitter.
    running.clock.advance(1200)
    const { fields } = await client.next()
    expect(schema.Check(fields)).toBe(true)
    types.add(fields['type'])
  }
  expect(types).toEqual(new Set(['info', 'warning', 'error', 'success']))
})

test('it says where it listens, and how many are connected', async () => {
  await using running = await startTestServer()
  expect(running.server.url).toBe(`ws://127.0.0.1:${running.server.port}`)
  expect(running.server.port).toBeGreaterThan(0)
  expect(running.server.clientCount).toBe(0)
  await using _first = await connectTestClient(running.url, 'alice')
  await using second = await connectTestClient(running.url, 'alice')
  expect(running.server.clientCount).toBe(2)
  second.socket.close()
  await running.logged('left')
  expect(running.server.clientCount).toBe(1)
})

test('compression is not negotiated', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url, 'alice', { perMessageDeflate: true })
  expect(client.socket.extensions).toBe('')
})

test.each([
  ['/', /nothing here/],
  ['/ws/other/alice', /nothing here/],
  ['/ws/notify', /needs a client id/],
  ['/ws/notify/', /needs a client id/],
  ['/ws/notify/?client=alice', /needs a client id/],
  ['/ws/notify/alice/more', /needs a client id/],
  ['/ws/notify/%E0%A4%A', /needs a client id/],
])('an upgrade on %s is refused with 404 and one line', async (path, body) => {
  await using running = await startTestServer()
  const socket = new WebSocket(running.url + path)
  const [, response]: [unknown, IncomingMessage] = await new Promise((resolve) =>
    socket.on('unexpected-response', (...answer) => resolve(answer)),
  )
  expect(response.statusCode).toBe(404)
  expect(await text(response)).toMatch(new RegExp(`^.*${body.source}.*\n$`))
})

test('a query after the client id is ignored', async () => {
  await using running = await startTestServer()
  const socket = new WebSocket(`${running.url}/ws/notify/alice?token=none`)
  await once(socket, 'open')
  await running.logged('"alice" connected')
  socket.terminate()
})

test.each([
  ['/', 200, /Connect a WebSocket to \/ws\/notify\/\{client_id\}/],
  ['/ws/notify/alice', 426, /WebSocket only/],
  ['/ws/notify/', 404, /needs a client id/],
  ['/favicon.ico', 404, /nothing here/],
])('ordinary HTTP on %s is answered with %d', async (path, status, body) => {
  await using running = await startTestServer()
  const response = await fetch(running.url.replace('ws:', 'http:') + path)
  expect(response.status).toBe(status)
  expect(await response.text()).toMatch(body)
  const type = status === 200 ? 'text/plain; charset=utf-8' : 'application/problem+json'
  expect(response.headers.get('content-type')).toBe(type)
  if (status === 426) expect(response.headers.get('upgrade')).toBe('websocket')
})

test('an offer of another protocol is answered as ordinary HTTP', async () => {
  await using running = await startTestServer()
  const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' }
  const [response]: IncomingMessage[] = await once(
    get({ host: '127.0.0.1', port: running.server.port, headers }),
    'response',
  )
  expect(response?.statusCode).toBe(200)
})

test('nonsense on the port does not disturb it', async () => {
  await using running = await startTestServer()
  const socket = connect(running.server.port, '127.0.0.1')
  socket.end('\x16\x03\x01 this is not HTTP\r\n\r\n')
  await once(socket.resume(), 'close')
  await using client = await connectTestClient(running.url)
  expect((await client.ask({ frequency: 5 })).fields['type']).toBe('system')
})

test('a port that is taken is refused with what to do', async () => {
  await using running = await startTestServer()
  const { port } = running.server
  await expect(start({ bind: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
    message: `Port ${port} on 127.0.0.1 is taken: stop the program that has it, or choose another port (0 takes any free one).`,
  })
})

test('an address that is not this machine is refused with what to do', async () => {
  // RFC 5737: set aside for documentation, so on no machine.
  await expect(start({ bind: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'EADDRNOTAVAIL',
    message: 'This machine does not have the address 192.0.2.1: choose one that it has, such as 127.0.0.1.',
  })
})

test('an empty address does not come to mean all of them', async () => {
  await expect(start({ bind: '', port: 0 })).rejects.toThrow(/empty/)
})

test('closing is clean: every client gets 1001, and no timer is left', async () => {
  const running = await startTestServer()
  const clients = [await connectTestClient(running.url, 'a'), await connectTestClient(running.url, 'b')]
  await Promise.all([running.server.close(), running.server.close()])
  await running.server.close()
  for (const client of clients) {
    expect(await client.closed).toEqual({ code: 1001, reason: 'The server is shutting down' })
  }
  expect(running.server.clientCount).toBe(0)
  expect(running.clock.timerCount).toBe(0)
  await expect(fetch(running.url.replace('ws:', 'http:'))).rejects.toThrow()
})

test('a client that does not answer the closing is dropped after the grace', async () => {
  const running = await startTestServer()
  const client = await connectTestClient(running.url)
  client.socket.pause()
  const closed = running.server.close()
  running.clock.advance(closeGraceMs - 1)
  expect(running.server.clientCount).toBe(1)
  running.clock.advance(1)
  await closed
  expect(running.clock.timerCount).toBe(0)
  client.socket.terminate()
})

test('neither idle connections nor half a request hold up the closing', async () => {
  const running = await startTestServer()
  const half = connect(running.server.port, '127.0.0.1')
  half.on('error', () => {})
  half.write('GET / HTTP/1.1\r\n')
  await fetch(running.url.replace('ws:', 'http:')).then((response) => response.text()) // kept alive
  await running.server.close()
})

test('a client that vanishes without a word leaves nothing behind', async () => {
  await using running = await startTestServer()
  const before = running.clock.timerCount
  const client = await connectTestClient(running.url)
  client.socket.terminate()
  await running.logged('"alice" left (1006)')
  expect(running.clock.timerCount).toBe(before)
})
