/** Did anyone see it? Asked over HTTP. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { pingEveryMs, storeLimits } from '../limits.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import { publish, send } from '../testing/http-client.ts'
import { draftOf } from '../testing/store-contract.ts'
import { connectTestClient, type TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { createReceipts } from './receipts.ts'

const acknowledge = (client: TestClient, id: string) => client.ask({ action: 'acknowledge', id })

const start = '2026-01-01T00:00:00.000Z'
const after = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString()

async function receipt(running: TestServer, path: string) {
  const { status, json } = await send(running.url, path)
  expect(status).toBe(200)
  return json
}

test('stored, delivered, acknowledged: each with its time', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const path = `/notify/alice/${id}`
  expect(await receipt(running, path)).toEqual({
    ...{ id, client_id: 'alice', state: 'stored', stored_at: start, expires_at: after(7 * 24 * 60 * 60) },
    ...{ delivered: 0, acknowledged: 0 },
    recipients: [{ client_id: 'alice', delivered_at: null, acknowledged_at: null }],
  })
  running.clock.advance(1000)
  await using alice = await connectTestClient(running.url)
  await alice.next()
  expect(await receipt(running, path)).toMatchObject({
    ...{ state: 'delivered', delivered: 1, acknowledged: 0 },
    recipients: [{ client_id: 'alice', delivered_at: after(1), acknowledged_at: null }],
  })
  running.clock.advance(1000)
  await acknowledge(alice, id)
  expect(await receipt(running, path)).toMatchObject({
    ...{ state: 'acknowledged', delivered: 1, acknowledged: 1 },
    recipients: [{ client_id: 'alice', delivered_at: after(1), acknowledged_at: after(2) }],
  })
})

test('the first delivery counts, live or not, and however often it is delivered again', async () => {
  await using running = await startTestServer({ demo: false })
  const first = await connectTestClient(running.url)
  const id = await publish(running.url, '/notify/alice', 'x')
  await first.next()
  await first[Symbol.asyncDispose]()
  running.clock.advance(1000)
  await using again = await connectTestClient(running.url)
  await again.next()
  const { recipients } = await receipt(running, `/notify/alice/${id}`)
  expect(recipients).toEqual([{ client_id: 'alice', delivered_at: start, acknowledged_at: null }])
})

test('of everyone’s, each recipient is told of, and one of them alone for who asks for one', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url, 'alice')
  await using bob = await connectTestClient(running.url, 'bob')
  const carol = await connectTestClient(running.url, 'carol')
  await carol[Symbol.asyncDispose]()
  const id = await publish(running.url, '/notify', 'x')
  for (const client of [alice, bob]) await client.next()
  await acknowledge(bob, id)
  expect(await receipt(running, `/receipts/${id}`)).toMatchObject({
    ...{ client_id: null, state: 'acknowledged', delivered: 2, acknowledged: 1 },
    recipients: [
      { client_id: 'bob', delivered_at: start, acknowledged_at: start },
      { client_id: 'alice', delivered_at: start, acknowledged_at: null },
    ],
  })
  expect(await receipt(running, `/notify/alice/${id}`)).toMatchObject({ state: 'delivered', acknowledged: 0 })
  expect(await receipt(running, `/notify/carol/${id}`)).toMatchObject({ state: 'stored', delivered: 0 })
})

test.each([
  '/notify/alice/notif_0',
  '/notify/nobody/notif_0',
  '/receipts/notif_0',
  '/receipts/notif_0/events',
])('nothing is known at %s', async (path) => {
  await using running = await startTestServer({ demo: false })
  await publish(running.url, '/notify/alice', 'x')
  const answer = await send(running.url, path)
  expect(answer).toMatchObject({ status: 404, json: { status: 404 } })
  expect(answer.json.detail).toMatch(/expired, or was never published/)
})

test('one client’s is not told to who asks for another, or for everyone', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  await publish(running.url, '/notify/bob', 'x')
  expect((await send(running.url, `/notify/bob/${id}`)).status).toBe(404)
  expect((await send(running.url, `/receipts/${id}`)).status).toBe(404)
})

test('who waits is answered when it is acknowledged, at once where it is already', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  const id = await publish(running.url, '/notify/alice', 'x')
  await alice.next()
  const waiting = receipt(running, `/notify/alice/${id}?wait=30`)
  await acknowledge(alice, id)
  expect(await waiting).toMatchObject({ state: 'acknowledged' })
  expect(await receipt(running, `/notify/alice/${id}?wait=30`)).toMatchObject({ state: 'acknowledged' })
  expect(running.clock.timerCount).toBe(2)
})

test('who waits for everyone’s is answered by the first who acknowledges', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url, 'alice')
  await using bob = await connectTestClient(running.url, 'bob')
  const id = await publish(running.url, '/notify', 'x')
  for (const client of [alice, bob]) await client.next()
  const waiting = receipt(running, `/receipts/${id}?wait=30`)
  await acknowledge(bob, id)
  expect(await waiting).toMatchObject({ state: 'acknowledged', acknowledged: 1 })
})

test('who waits in vain is told what is known, at the end of the time or of the server', async () => {
  const running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const first = receipt(running, `/notify/alice/${id}?wait=30`)
  while (running.clock.timerCount < 3) await new Promise(setImmediate)
  running.clock.advance(30_000)
  expect(await first).toMatchObject({ state: 'stored' })
  await running[Symbol.asyncDispose]()
})

test.each(['-1', 'x', '61', ''])('a wait of %j is refused', async (wait) => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const answer = await send(running.url, `/notify/alice/${id}?wait=${wait}`)
  expect(answer).toMatchObject({ status: 400, json: { field: 'wait' } })
})

test('the events tell each step once, and end with the acknowledgement', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const response = await fetch(`${running.url.replace('ws:', 'http:')}/notify/alice/${id}/events`)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const events = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => (await events?.read())?.value
  expect(await next()).toBe(`event: stored\ndata: {"id":"${id}","at":"${start}"}\n\n`)
  await using alice = await connectTestClient(running.url)
  await alice.next()
  expect(await next()).toBe(`event: delivered\ndata: {"id":"${id}","client_id":"alice","at":"${start}"}\n\n`)
  await acknowledge(alice, id)
  expect(await next()).toBe(
    `event: acknowledged\ndata: {"id":"${id}","client_id":"alice","at":"${start}"}\n\n`,
  )
  expect(await next()).toBeUndefined()
})

test('whoever waits or follows when the server stops is let go', async () => {
  const running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const url = running.url.replace('ws:', 'http:')
  const followed = await fetch(`${url}/notify/alice/${id}/events`)
  const waiting = fetch(`${url}/notify/alice/${id}?wait=30`)
  while (running.clock.timerCount < 4) await new Promise(setImmediate)
  await running.server.close()
  expect(running.clock.timerCount).toBe(0)
  await Promise.allSettled([followed.text(), waiting])
})

test('a stream of events says now and then that it is still there', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const response = await fetch(`${running.url.replace('ws:', 'http:')}/notify/alice/${id}/events`)
  const events = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => (await events?.read())?.value
  expect(await next()).toMatch(/^event: stored/)
  for (let beat = 0; beat < 2; beat++) {
    running.clock.advance(pingEveryMs)
    expect(await next()).toBe(':\n\n')
  }
  await events?.cancel()
  while (running.clock.timerCount > 2) await new Promise(setImmediate)
})

test('HEAD of a stream of events is answered at once', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'x')
  const { status, headers } = await send(running.url, `/notify/alice/${id}/events`, { method: 'HEAD' })
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/event-stream' })
})

test('whoever has left before the stream begins holds no place', async () => {
  const clock = createManualClock()
  await using store = await openSqliteStore({ file: null, limits: storeLimits, clock })
  await store.append(draftOf('alice', 'x', { publishedAtMs: clock.now() }))
  const receipts = createReceipts({ store, clock, flushNotes: async () => {} })
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  response.destroy()
  expect(await receipts.stream(request, response, { id: 'x', clientId: 'alice' })).toBeNull()
  expect(clock.timerCount).toBe(1) // the store's
})
