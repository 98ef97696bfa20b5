/** Clients that say where they were: each frame with its place, nothing twice, no gap that is not announced. */
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { storeLimits } from '../limits.ts'
import { publish } from '../testing/http-client.ts'
import { connectTestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

/** A client that asks, and what the server answered to that. */
async function resume(url: string, asked: string, clientId = 'alice') {
  let answer: string | undefined
  const client = await connectTestClient(url, clientId, {
    headers: { 'Tocsin-Resume': asked },
    onUpgrade: (response) => {
      const value = response.headers['tocsin-resume']
      answer = typeof value === 'string' ? value : undefined
    },
  })
  return { client, answer, epoch: /epoch=(\w+)/.exec(answer ?? '')?.[1] ?? '' }
}

const place = (stream: 'own' | 'all', sequence: number) => ({ tocsin: { stream, sequence } })

test('a new one is told where it begins, and gets each frame with its place', async () => {
  await using running = await startTestServer({ demo: false })
  await publish(running.url, '/notify/alice', 'one')
  const { client, answer } = await resume(running.url, 'new')
  await using _client = client
  expect(answer).toMatch(/^epoch=[a-z0-9]+, own=0, all=0$/)
  await publish(running.url, '/notify', 'two')
  await publish(running.url, '/notify/alice', 'three')
  expect((await client.next()).fields).toMatchObject({ message: 'one', ...place('own', 1) })
  expect((await client.next()).fields).toMatchObject({ message: 'two', ...place('all', 1) })
  expect((await client.next()).fields).toMatchObject({ message: 'three', ...place('own', 2) })
})

test('the place is all that differs from what a seed client gets', async () => {
  await using running = await startTestServer({ demo: false })
  await using seed = await connectTestClient(running.url)
  const { client } = await resume(running.url, 'new')
  await using _client = client
  await publish(running.url, '/notify/alice', 'one')
  const text = (await seed.next()).text
  expect((await client.next()).text).toBe(`${text.slice(0, -1)},"tocsin":{"stream":"own","sequence":1}}`)
})

test('one that comes back gets what it missed and nothing else, acknowledged or not', async () => {
  await using running = await startTestServer({ demo: false })
  const first = await resume(running.url, 'new')
  const ids = []
  for (const message of ['one', 'two']) ids.push(await publish(running.url, '/notify/alice', message))
  await publish(running.url, '/notify', 'three')
  for (let i = 0; i < 3; i++) await first.client.next()
  await first.client[Symbol.asyncDispose]()
  const missed = await publish(running.url, '/notify/alice', 'four')
  {
    await using other = await connectTestClient(running.url)
    for (let i = 0; i < 4; i++) await other.next()
    await other.ask({ action: 'acknowledge', id: missed })
  }
  await publish(running.url, '/notify', 'five')
  const { client, answer } = await resume(running.url, `epoch=${first.epoch}, own=1, all=1`)
  await using _client = client
  expect(answer).toBe(`epoch=${first.epoch}, own=1, all=1`)
  expect((await client.next()).fields).toMatchObject({ message: 'two', ...place('own', 2) })
  expect((await client.next()).fields).toMatchObject({ message: 'four', read: false, ...place('own', 3) })
  expect((await client.next()).fields).toEqual({
    ...{ type: 'system', message: `Notification ${missed} marked as read` },
    timestamp: expect.any(String),
  })
  expect((await client.next()).fields).toMatchObject({ message: 'five', ...place('all', 2) })
})

test('what expired meanwhile is announced as a gap, and what follows comes', async () => {
  await using running = await startTestServer({ demo: false })
  const first = await resume(running.url, 'new')
  await first.client[Symbol.asyncDispose]()
  for (const message of ['one', 'two', 'three']) await publish(running.url, '/notify/alice', message)
  await publish(running.url, '/notify', 'four')
  running.clock.advance(storeLimits.retentionMs + 1)
  await publish(running.url, '/notify/alice', 'five')
  const { client } = await resume(running.url, `epoch=${first.epoch}, own=1, all=0`)
  await using _client = client
  expect((await client.next()).fields).toEqual({
    ...{ type: 'system', message: '2 notifications expired before they could be delivered' },
    timestamp: expect.any(String),
    tocsin: { stream: 'own', from: 2, through: 3 },
  })
  expect((await client.next()).fields).toMatchObject({
    message: '1 notification expired before it could be delivered',
    tocsin: { stream: 'all', from: 1, through: 1 },
  })
  expect((await client.next()).fields).toMatchObject({ message: 'five', ...place('own', 4) })
})

test.each([
  ['of another store', 'epoch=other, own=7, all=9'],
  ['beyond what there is', 'own'],
])('a cursor %s passes nothing by', async (_what, asked) => {
  await using running = await startTestServer({ demo: false })
  const first = await resume(running.url, 'new')
  await first.client[Symbol.asyncDispose]()
  const cursor = asked === 'own' ? `epoch=${first.epoch}, own=7, all=9` : asked
  const { client, answer } = await resume(running.url, cursor)
  await using _client = client
  expect(answer).toBe(`epoch=${first.epoch}, own=0, all=0`)
  await publish(running.url, '/notify/alice', 'one')
  expect((await client.next()).fields).toMatchObject({ message: 'one', ...place('own', 1) })
})

test('what is acknowledged from the start on is not sent to a new one', async () => {
  await using running = await startTestServer({ demo: false })
  const ids = []
  for (const message of ['one', 'two', 'three'])
    ids.push(await publish(running.url, '/notify/alice', message))
  {
    await using seed = await connectTestClient(running.url)
    for (let i = 0; i < 3; i++) await seed.next()
    for (const id of ids.slice(0, 2)) await seed.ask({ action: 'acknowledge', id })
  }
  const { client, answer } = await resume(running.url, 'new')
  await using _client = client
  expect(answer).toMatch(/own=2, all=0$/)
  expect((await client.next()).fields).toMatchObject({ message: 'three', ...place('own', 3) })
})

test.each(['', 'old', 'epoch=a, own=-1, all=0', 'epoch=A!, own=1, all=0'])(
  'a header that says %j is as if it were not there',
  async (asked) => {
    await using running = await startTestServer({ demo: false })
    const { client, answer } = await resume(running.url, asked)
    await using _client = client
    expect(answer).toBeUndefined()
    await publish(running.url, '/notify/alice', 'one')
    expect((await client.next()).fields).not.toHaveProperty('tocsin')
  },
)

test('who does not ask is not answered', async () => {
  await using running = await startTestServer({ demo: false })
  const socket = new WebSocket(`${running.url}/ws/notify/alice`)
  const [response] = await once(socket, 'upgrade')
  expect(response.headers).not.toHaveProperty('tocsin-resume')
  socket.terminate()
})
