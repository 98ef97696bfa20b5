/** What clients get of what was published: seed clients, who know nothing of it. */
import { expect, test } from 'vitest'
import { post, publish } from '../testing/http-client.ts'
import { connectTestClient, type TestClient } from '../testing/test-client.ts'
import { startTestServer } from '../testing/test-server.ts'

async function nextMessages(client: TestClient, count: number): Promise<unknown[]> {
  const messages = []
  for (let i = 0; i < count; i++) messages.push((await client.next()).fields['message'])
  return messages
}

const acknowledge = async (client: TestClient, id: string) =>
  (await client.ask({ action: 'acknowledge', id })).fields['message']

/** Nothing else waits for it: the answer to a question is the next frame. */
async function expectNothingMore(client: TestClient): Promise<void> {
  expect((await client.ask({ frequency: 5 })).fields['message']).toBe('Frequency set to 5.0 seconds')
}

test('what was published to a client that is away waits for it, oldest first, then comes what is new', async () => {
  await using running = await startTestServer({ demo: false })
  const { json } = await post(running.url, '/notify/alice', 'one')
  expect(json.recipients).toEqual({ online: 0, waiting: 1 })
  for (const message of ['two', 'three']) await publish(running.url, '/notify/alice', message)
  await using alice = await connectTestClient(running.url)
  await publish(running.url, '/notify/alice', 'four')
  expect(await nextMessages(alice, 4)).toEqual(['one', 'two', 'three', 'four'])
  await expectNothingMore(alice)
})

test('what was acknowledged does not come again, the rest does', async () => {
  await using running = await startTestServer({ demo: false })
  const ids = []
  for (const message of ['one', 'two', 'three'])
    ids.push(await publish(running.url, '/notify/alice', message))
  {
    await using first = await connectTestClient(running.url)
    await nextMessages(first, 3)
    expect(await acknowledge(first, ids[1] ?? '')).toBe(`Notification ${ids[1]} marked as read`)
  }
  {
    await using second = await connectTestClient(running.url)
    expect(await nextMessages(second, 2)).toEqual(['one', 'three'])
    for (const id of ids) expect(await acknowledge(second, id)).toBe(`Notification ${id} marked as read`)
  }
  await using third = await connectTestClient(running.url)
  await expectNothingMore(third)
})

test('everyone’s come to all who are connected or were known, in order with their own', async () => {
  await using running = await startTestServer({ demo: false })
  await publish(running.url, '/notify', 'before anyone')
  await using alice = await connectTestClient(running.url)
  const bobBefore = await connectTestClient(running.url, 'bob')
  bobBefore.socket.terminate()
  await running.logged('"bob" left')
  await publish(running.url, '/notify/bob', 'for bob')
  const { json, headers } = await post(running.url, '/notify', 'for everyone')
  expect(json.recipients).toEqual({ online: 1, waiting: 1 })
  expect(headers.get('location')).toBe(`/receipts/${json.id}`)
  await publish(running.url, '/notify/bob', 'for bob again')
  await using bob = await connectTestClient(running.url, 'bob')
  await using carol = await connectTestClient(running.url, 'carol')
  expect(await nextMessages(alice, 1)).toEqual(['for everyone'])
  expect(await nextMessages(bob, 3)).toEqual(['for bob', 'for everyone', 'for bob again'])
  await expectNothingMore(carol)
})

test('an acknowledgement by one client leaves everyone’s to the others', async () => {
  await using running = await startTestServer({ demo: false })
  const first = await connectTestClient(running.url, 'alice')
  await using bob = await connectTestClient(running.url, 'bob')
  const id = await publish(running.url, '/notify', 'hello')
  await first.next()
  await acknowledge(first, id)
  await first[Symbol.asyncDispose]()
  await bob.next()
  await using alice = await connectTestClient(running.url, 'alice')
  await expectNothingMore(alice)
  await using bobAgain = await connectTestClient(running.url, 'bob')
  expect(await nextMessages(bobAgain, 1)).toEqual(['hello'])
})

test('acknowledged on one connection, the others of the client are told, and nobody else', async () => {
  await using running = await startTestServer({ demo: false })
  await using first = await connectTestClient(running.url, 'alice')
  await using second = await connectTestClient(running.url, 'alice')
  await using bob = await connectTestClient(running.url, 'bob')
  const id = await publish(running.url, '/notify', 'hello')
  for (const client of [first, second, bob]) await client.next()
  expect(await acknowledge(first, id)).toBe(`Notification ${id} marked as read`)
  expect((await second.next()).fields).toEqual({
    type: 'system',
    message: `Notification ${id} marked as read`,
    timestamp: expect.any(String),
  })
  expect(await acknowledge(second, id)).toBe(`Notification ${id} marked as read`) // to itself alone
  await expectNothingMore(first)
  await expectNothingMore(second)
  await expectNothingMore(bob)
})

test('an id that another client was sent is not found', async () => {
  await using running = await startTestServer({ demo: false })
  const id = await publish(running.url, '/notify/alice', 'hello')
  await using bob = await connectTestClient(running.url, 'bob')
  expect(await acknowledge(bob, id)).toBe(`Notification ${id} not found`)
})

test('an id that was published twice is two notifications, and one acknowledgement covers both', async () => {
  await using running = await startTestServer({ demo: false })
  const body = '{"id":"notif_1234","message":"x"}'
  for (let i = 0; i < 2; i++) expect((await post(running.url, '/notify/alice', body)).status).toBe(201)
  const first = await connectTestClient(running.url)
  expect(await nextMessages(first, 2)).toEqual(['x', 'x'])
  await acknowledge(first, 'notif_1234')
  await first[Symbol.asyncDispose]()
  await using second = await connectTestClient(running.url)
  await expectNothingMore(second)
})

test('client ids are what they are, however they are written', async () => {
  await using running = await startTestServer({ demo: false })
  await using client = await connectTestClient(running.url, 'Ålice/büro 7 %')
  const path = `/notify/${encodeURIComponent('Ålice/büro 7 %')}`
  const { json, headers } = await post(running.url, path, 'hello')
  expect(json.recipients).toEqual({ online: 1, waiting: 0 })
  expect(headers.get('location')).toBe(`${path}/${json.id}`)
  expect(await nextMessages(client, 1)).toEqual(['hello'])
})

test('the largest and the strangest of texts arrive as they were sent', async () => {
  await using running = await startTestServer({ demo: false })
  await using alice = await connectTestClient(running.url)
  // Frames on both sides of where their length takes more bytes (RFC 6455, 5.2).
  const fixed = await (async () => {
    await publish(running.url, '/notify/alice', 'x')
    return Buffer.byteLength((await alice.next()).text) - 1
  })()
  for (const length of [125, 126, 127, 65_535, 65_536]
    .map((bytes) => bytes - fixed)
    .filter((each) => each > 0)) {
    await publish(running.url, '/notify/alice', 'y'.repeat(length))
    expect((await alice.next()).fields['message']).toBe('y'.repeat(length))
  }
  const strange = '\u0000 🔔 \u202e <b> \u2028 é ü 中文'
  await publish(running.url, '/notify/alice', strange)
  expect((await alice.next()).fields['message']).toBe(strange)
})
