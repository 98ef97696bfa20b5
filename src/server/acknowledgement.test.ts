/** Acknowledgements, seen from a client. */
import { expect, test } from 'vitest'
import { maxIdleClients } from './limits.ts'
import { connectTestClient, type TestClient } from './testing/test-client.ts'
import { startTestServer, type TestServer } from './testing/test-server.ts'

const acknowledge = async (client: TestClient, id: string) =>
  (await client.ask({ action: 'acknowledge', id })).fields

/** The id of a notification that this client gets. */
async function receiveId(running: TestServer, client: TestClient): Promise<string> {
  await client.ask({ frequency: 1 })
  running.clock.advance(1000)
  const { id } = (await client.next()).fields
  await client.ask({ frequency: 30 }) // and silence
  return String(id)
}

test('a notification that was sent is confirmed to the letter of the seed, each time anew', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  const id = await receiveId(running, client)
  for (let time = 0; time < 3; time++) {
    expect(await acknowledge(client, id)).toEqual({
      type: 'system',
      message: `Notification ${id} marked as read`,
      timestamp: expect.any(String),
    })
  }
})

test('an id that was never sent is not found, and that is no offence', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  for (let time = 0; time < 100; time++) {
    expect(await acknowledge(client, 'notif_0000')).toMatchObject({
      type: 'system',
      message: 'Notification notif_0000 not found',
    })
  }
})

test('an id is still known after the client came back', async () => {
  await using running = await startTestServer()
  const before = await connectTestClient(running.url)
  const id = await receiveId(running, before)
  before.socket.close()
  await running.logged('"alice" left')
  await using after = await connectTestClient(running.url)
  expect((await acknowledge(after, id))['message']).toBe(`Notification ${id} marked as read`)
})

test('clients that are gone are not remembered without end', async () => {
  await using running = await startTestServer()
  const before = await connectTestClient(running.url)
  const id = await receiveId(running, before)
  before.socket.close()
  await running.logged('"alice" left')
  for (let i = 0; i < maxIdleClients; i++) {
    const passer = await connectTestClient(running.url, `passer-${i}`)
    passer.socket.terminate()
    await running.logged(`"passer-${i}" left`)
  }
  await using after = await connectTestClient(running.url)
  expect((await acknowledge(after, id))['message']).toBe(`Notification ${id} not found`)
})

test('an id sent on one connection is known on the others of the same client, and to nobody else', async () => {
  await using running = await startTestServer()
  await using first = await connectTestClient(running.url, 'alice')
  await using second = await connectTestClient(running.url, 'alice')
  await using other = await connectTestClient(running.url, 'bob')
  const id = await receiveId(running, first)
  expect((await acknowledge(other, id))['message']).toBe(`Notification ${id} not found`)
  expect((await acknowledge(second, id))['message']).toBe(`Notification ${id} marked as read`)
  expect((await acknowledge(first, id))['message']).toBe(`Notification ${id} marked as read`)
})

test('ten thousand acknowledgements in one go are all answered', async () => {
  await using running = await startTestServer()
  await using client = await connectTestClient(running.url)
  for (let i = 0; i < 10_000; i++) {
    client.socket.send(`{"action":"acknowledge","id":"notif_${i}"}`)
  }
  for (let i = 0; i < 10_000; i++) {
    expect((await client.next()).fields['message']).toBe(`Notification notif_${i} not found`)
  }
})

test('client ids are percent-decoded: the same one, however it is written', async () => {
  await using running = await startTestServer()
  await using _client = await connectTestClient(running.url, 'Ålice/büro 7 %')
  await running.logged('"Ålice/büro 7 %" connected')
  expect(running.server.clientCount).toBe(1)
})
