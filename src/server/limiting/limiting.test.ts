/** What senders and clients meet at the limits, over real connections. */
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createLocalAccess } from '../access/local-access.ts'
import { createOrigins } from '../access/origins.ts'
import { Problem } from '../http/answer.ts'
import { storeLimits } from '../limits.ts'
import { startNotificationServer } from '../notification-server.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import { post, publish, send } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'
import { readTrustedProxies } from './client-address.ts'
import type { ServerLimits } from './server-limits.ts'

/** What an upgrade is refused with. */
async function refusal(url: string, clientId = 'alice', headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${url}/ws/notify/${clientId}`, { headers })
  const [, response] = await once(socket, 'unexpected-response')
  return { status: response.statusCode, headers: response.headers, json: JSON.parse(await text(response)) }
}

/** With a proxy on this machine that is trusted, and tokens that are whatever the header says. */
async function startBehindProxy(limits: Partial<ServerLimits>) {
  const clock = createManualClock()
  return startNotificationServer({
    ...{ bind: '127.0.0.1', port: 0, demo: false, clock, random: () => 0.5, limits },
    store: await openSqliteStore({ file: null, limits: storeLimits, clock }),
    trustedProxies: readTrustedProxies(['127.0.0.1']),
    access: {
      ...createLocalAccess({ origins: createOrigins([]), letsFilesSubscribe: false }),
      authorise({ headers }) {
        const name = headers.authorization
        if (name === 'wrong') return { ok: false, problem: { status: 401, detail: 'Not this one.' } }
        return { ok: true, token: name === undefined ? null : { name, hash: name } }
      },
    },
  })
}

test('past the limit publishing and asking are refused with 429, and each answer says how one stands', async () => {
  await using running = await startTestServer({ demo: false, limits: { requests: 3 } })
  const first = await post(running.url, '/notify/alice', 'one')
  expect(first.status).toBe(201)
  expect(first.headers.get('ratelimit-policy')).toBe('"address";q=3;w=10')
  expect(first.headers.get('ratelimit')).toMatch(/^"address";r=2;t=\d+$/)
  await publish(running.url, '/notify', 'two')
  expect((await send(running.url, '/receipts/none')).status).toBe(404)
  for (const path of ['/notify/alice', '/notify']) {
    const { status, json, headers } = await post(running.url, path, 'three')
    expect(status).toBe(429)
    expect(Check(Problem, json)).toBe(true)
    expect(json.detail).toMatch(
      /^More than 3 requests within 10 seconds came from this address: try again in \d+ s\.$/,
    )
    const [, seconds] = /^"address";r=0;t=(\d+)$/.exec(headers.get('ratelimit') ?? '') ?? []
    expect(headers.get('retry-after')).toBe(seconds)
    expect(Number(seconds)).toBeLessThanOrEqual(10)
  }
  expect((await send(running.url, '/receipts/none')).status).toBe(429)
  // What costs nothing is not counted, and who is connected notices nothing.
  expect((await send(running.url, '/')).status).toBe(200)
  await using alice = await connectTestClient(running.url)
  expect((await alice.next()).fields['message']).toBe('one')
})

test('with 0 there is no limit, and no header', async () => {
  await using running = await startTestServer({ demo: false, limits: { requests: 0, upgrades: 0 } })
  const { headers } = await post(running.url, '/notify/alice', 'one')
  expect(headers.has('ratelimit')).toBe(false)
  await using _alice = await connectTestClient(running.url)
})

test('tokens are counted beside addresses, whoever uses them where', async () => {
  await using server = await startBehindProxy({ requests: 2 })
  const from = (address: string, token: string) =>
    post(server.url, '/notify/alice', 'x', { 'X-Forwarded-For': address, Authorization: token })
  const first = await from('192.0.2.1', 'ci')
  expect(first.headers.get('ratelimit-policy')).toBe('"address";q=2;w=10, "token";q=2;w=10')
  expect(first.headers.get('ratelimit')).toMatch(/^"address";r=1;t=\d+, "token";r=1;t=\d+$/)
  expect((await from('192.0.2.2', 'ci')).status).toBe(201)
  const third = await from('192.0.2.3', 'ci')
  expect(third.status).toBe(429)
  expect(third.json.detail).toContain('with this token')
  expect((await from('192.0.2.3', 'other')).status).toBe(201)
})

test('guessing tokens counts, by request and by upgrade', async () => {
  await using server = await startBehindProxy({ requests: 1, upgrades: 1 })
  const wrong = { Authorization: 'wrong' }
  expect((await post(server.url, '/notify/alice', 'x', wrong)).status).toBe(401)
  expect((await post(server.url, '/notify/alice', 'x', wrong)).status).toBe(429)
  expect((await refusal(server.url, 'alice', wrong)).status).toBe(401)
  expect((await refusal(server.url, 'alice', wrong)).status).toBe(429)
})

test('connections begun too fast are refused before the upgrade', async () => {
  await using running = await startTestServer({ demo: false, limits: { upgrades: 2 } })
  for (let i = 0; i < 2; i++) await (await connectTestClient(running.url))[Symbol.asyncDispose]()
  const { status, headers, json } = await refusal(running.url)
  expect(status).toBe(429)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(json.detail).toMatch(/^More than 2 connections within 10 seconds/)
})

test('too many of one client, from one address or in all: refused until one is gone', async () => {
  const limits = { connections: 4, connectionsPerAddress: 3, connectionsPerClient: 2 }
  await using server = await startBehindProxy(limits)
  const from = (address: string) => ({ 'X-Forwarded-For': address })
  const open = (clientId: string, address: string) =>
    connectTestClient(server.url, clientId, { headers: from(address) })

  await using _first = await open('alice', '192.0.2.1')
  await using second = await open('alice', '192.0.2.1')
  const ofClient = await refusal(server.url, 'alice', from('192.0.2.2'))
  expect(ofClient).toMatchObject({ status: 429, headers: { 'retry-after': '30' } })
  expect(ofClient.json.detail).toContain('with this client id')

  await using third = await open('bob', '192.0.2.1')
  const ofAddress = await refusal(server.url, 'carol', from('192.0.2.1'))
  expect(ofAddress).toMatchObject({ status: 429, headers: { 'retry-after': '30' } })
  expect(ofAddress.json.detail).toContain('from this address')

  await using _fourth = await open('carol', '192.0.2.2')
  const inAll = await refusal(server.url, 'dave', from('192.0.2.3'))
  expect(inAll).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })

  for (const gone of [second, third]) await gone[Symbol.asyncDispose]()
  while (server.clientCount > 2) await new Promise(setImmediate)
  await using _alice = await open('alice', '192.0.2.3')
  await using _dave = await open('dave', '192.0.2.1')
})

test('refused upgrades take no place', async () => {
  await using server = await startBehindProxy({ connections: 2 })
  for (let i = 0; i < 3; i++) {
    expect((await refusal(server.url, 'alice', { Authorization: 'wrong' })).status).toBe(401)
  }
  await using _first = await connectTestClient(server.url)
  await using _second = await connectTestClient(server.url)
  expect((await refusal(server.url)).status).toBe(503)
})

test.each([
  ['nothing', ''],
  ['half of its headers', 'POST /notify HTTP/1.1\r\nHost: localhost\r\n'],
  ['half of its body', 'POST /notify HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc'],
  ['half of an upgrade', 'GET /ws/notify/alice HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n'],
])('a socket that sends %s is closed with 408 when its time is over', async (_what, sent) => {
  const limits = { headersSeconds: 0.1, requestSeconds: 0.2 }
  await using running = await startTestServer({ demo: false, limits })
  const socket = connect(running.server.port, '127.0.0.1')
  socket.write(sent)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
})

test('headers that are too large are refused with 431', async () => {
  await using running = await startTestServer({ demo: false })
  const { status } = await send(running.url, '/', { headers: { 'X-Large': 'x'.repeat(17 * 1024) } })
  expect(status).toBe(431)
})

test('a connection that is kept for nothing is closed', async () => {
  await using running = await startTestServer({ demo: false, limits: { idleSeconds: 0.1 } })
  const socket = connect(running.server.port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [\s\S]*Keep-Alive: timeout=/)
})

test('an upgrade that is given up half-way leaves no place taken', async () => {
  await using running = await startTestServer({ demo: false, limits: { connections: 1 } })
  const socket = connect(running.server.port, '127.0.0.1')
  await once(socket, 'connect')
  const { address } = socket.address() as AddressInfo // Of an open IP socket.
  socket.write(
    `GET /ws/notify/alice HTTP/1.1\r\nHost: ${address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  socket.resetAndDestroy()
  await once(socket, 'close')
  for (;;) {
    const bob = await connectTestClient(running.url, 'bob').catch(() => null)
    if (bob === null) continue
    await bob[Symbol.asyncDispose]()
    return
  }
})

test('attempts that a scenario refuses count as any other', async () => {
  await using running = await startTestServer({
    limits: { upgrades: 2 },
    scenario: { faults: [{ fault: 'refuse', status: 503 }] },
  })
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await refusal(running.url)).status)
  expect(statuses).toEqual([503, 503, 429])
})
