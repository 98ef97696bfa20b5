/** Whole servers on one NATS: publish at any, be connected to any, acknowledge at any, and move from one to another. */
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../clock/system-clock.ts'
import { startNotificationServer } from '../../notification-server.ts'
import { post, publish, send } from '../../testing/http-client.ts'
import { connectListeningClient } from '../../testing/listening-client.ts'
import {
  missing,
  openNode,
  patience,
  settingsFor,
  startTestNats,
  whenNotReady,
  whenReady,
} from '../../testing/nats-cluster.ts'
import { draftOf } from '../../testing/store-contract.ts'
import { connectTestClient } from '../../testing/test-client.ts'
import type { NatsSettings } from './nats-settings.ts'

async function startServer(settings: NatsSettings) {
  const store = await openNode({ settings })
  const server = await startNotificationServer({
    ...{ bind: '127.0.0.1', port: 0, demo: false, store },
    ...{ clock: systemClock, random: () => 0.5 },
  })
  onTestFinished(() => server.close())
  return { store, server, url: server.url }
}

async function managerOf(url: string) {
  const nc = await connect({ servers: url })
  onTestFinished(() => nc.close())
  return jetstreamManager(nc)
}

async function startServers(count: number) {
  const nats = await startTestNats()
  const settings = settingsFor([nats.url])
  const servers = await Promise.all(Array.from({ length: count }, () => startServer(settings)))
  await whenReady(...servers.map(({ store }) => store))
  const [a, b, c] = servers.map(({ url }) => url)
  return { nats, servers, a: a ?? '', b: b ?? '', c: c ?? '' }
}

describe.skipIf(missing !== null)('many nodes', () => {
  test('published at one, delivered at another, acknowledged at a third, told by each', async () => {
    const { a, b, c } = await startServers(3)
    const alice = await connectListeningClient({ url: b, clientId: 'alice', resume: null })
    await using atC = await connectTestClient(c, 'alice')
    const id = await publish(a, '/notify/alice', 'hello')
    await alice.receives(id)
    expect((await atC.next()).fields).toMatchObject({ id, message: 'hello' })
    const receipt = send(b, `/notify/alice/${id}?wait=30`)
    expect((await atC.ask({ action: 'acknowledge', id })).fields).toMatchObject({
      message: `Notification ${id} marked as read`,
    })
    expect((await receipt).json).toMatchObject({ id, acknowledged: 1 })
    expect((await send(a, `/notify/alice/${id}`)).json).toMatchObject({ acknowledged: 1 })
    await alice.drop()
  })

  test("a client's other connections are told of an acknowledgement, wherever they are", async () => {
    const { a, b, c } = await startServers(3)
    await using atA = await connectTestClient(a, 'alice')
    await using atB = await connectTestClient(b, 'alice')
    const id = await publish(c, '/notify', 'to all')
    for (const client of [atA, atB]) expect((await client.next()).fields['id']).toBe(id)
    atA.socket.send(JSON.stringify({ action: 'acknowledge', id }))
    expect((await atB.next()).fields).toMatchObject({ message: `Notification ${id} marked as read` })
  })

  test('a client that moves resumes where it was: the same epoch, the same sequences', async () => {
    const { a, b, c } = await startServers(3)
    const first = await connectListeningClient({ url: a, clientId: 'alice', resume: 'new' })
    const ids = [await publish(a, '/notify/alice', '1'), await publish(b, '/notify', '2')]
    for (const id of ids) await first.receives(id)
    const epoch = /epoch=(\w+)/.exec(first.answer ?? '')?.[1]
    await first.drop()
    const missed = [await publish(c, '/notify/alice', '3'), await publish(a, '/notify', '4')]
    // At once after it was answered elsewhere: this node may not have heard of it.
    const resume = `epoch=${epoch}, own=1, all=1`
    const second = await connectListeningClient({ url: b, clientId: 'alice', resume })
    expect(second.answer).toBe(resume)
    for (const id of missed) await second.receives(id)
    expect(second.received.map(({ message, place }) => [message, place])).toEqual([
      ['3', { stream: 'own', sequence: 2 }],
      ['4', { stream: 'all', sequence: 2 }],
    ])
    await second.drop()
  })

  test('a node knows, when a client comes, all that any node was told before', async () => {
    const { servers } = await startServers(2)
    const [a, b] = servers.map(({ store }) => store)
    await b?.enter('alice', Date.now())
    for (let own = 1; own <= 100; own++) {
      await a?.append(draftOf('alice', `${own}`, { publishedAtMs: Date.now() }))
      // In the same turn: by itself it would hear of it a moment later.
      expect((await b?.enter('alice', Date.now()))?.heads.own).toBe(own)
    }
  })

  test('one request under one key is one notification, whichever nodes it is sent to', async () => {
    const { a, b, c } = await startServers(3)
    const headers = { 'Idempotency-Key': 'k' }
    const answers = await Promise.all([a, b, c, a].map((url) => post(url, '/notify/alice', 'once', headers)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(answers.filter(({ headers: said }) => said.get('idempotency-replayed') === 'true')).toHaveLength(3)
    const alice = await connectListeningClient({ url: c, clientId: 'alice', resume: null })
    await alice.receives(answers[0]?.json.id)
    expect(alice.received).toHaveLength(1)
    await alice.drop()
  })

  test('where all sequences are of another life, connections are made anew, and live on in it', async () => {
    const { nats, servers, a, b } = await startServers(2)
    for (let i = 0; i < 3; i++) await publish(a, '/notify', `old ${i}`)
    const before = await connectTestClient(b, 'alice', { headers: { 'Tocsin-Resume': 'new' } })
    const jsm = await managerOf(nats.url)
    await jsm.streams.purge('tocsin-log')
    const late = await startServer(settingsFor([nats.url]))
    await whenReady(late.store, ...servers.map(({ store }) => store))
    expect((await before.closed).code).toBe(1012)
    const again = await connectListeningClient({ url: b, clientId: 'alice', resume: 'new' })
    expect(again.answer).toMatch(/own=0, all=0$/)
    // Of a lower number than what was announced in the life before.
    await again.receives(await publish(late.url, '/notify', 'new'))
    expect(again.received.map(({ place }) => place)).toEqual([{ stream: 'all', sequence: 1 }])
    await again.drop()
  })

  test(
    'where another log is found in the place of the old one, connections are made anew at every node',
    async () => {
      const { nats, servers, a, b } = await startServers(2)
      for (let i = 0; i < 3; i++) await publish(a, '/notify/alice', `old ${i}`)
      const onA = await connectListeningClient({ url: a, clientId: 'alice', resume: 'new' })
      const onB = await connectTestClient(b, 'alice')
      await onA.receives(await publish(a, '/notify/alice', 'the last of the old'))
      const jsm = await managerOf(nats.url)
      await jsm.streams.delete('tocsin-log')
      await whenReady(...servers.map(({ store }) => store))
      expect((await onB.closed).code).toBe(1012)
      await expect.poll(() => onA.isOpen, patience).toBe(false)
      const again = await connectListeningClient({ url: a, clientId: 'alice', resume: 'new' })
      await again.receives(await publish(b, '/notify/alice', 'new'))
      expect(again.received.map(({ place }) => place)).toEqual([{ stream: 'own', sequence: 1 }])
      await again.drop()
    },
    patience.timeout * 2,
  )

  test(
    'without NATS publishing is refused for now, who is connected stays, and nothing is lost',
    async () => {
      const { nats, servers, a, b } = await startServers(2)
      const alice = await connectListeningClient({ url: b, clientId: 'alice', resume: 'new' })
      await alice.receives(await publish(a, '/notify/alice', 'before'))
      await nats.kill()
      await whenNotReady(...servers.map(({ store }) => store))
      const refused = await post(a, '/notify/alice', 'meanwhile')
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
      expect((await send(a, '/readyz')).status).toBe(503)
      // Published at another node, maybe.
      expect((await send(a, '/notify/alice/none')).status).toBe(503)
      await nats.start()
      await whenReady(...servers.map(({ store }) => store))
      expect((await send(a, '/readyz')).status).toBe(200)
      await alice.receives(await publish(a, '/notify/alice', 'after'))
      expect(alice.isOpen).toBe(true)
      expect(alice.received.map(({ message }) => message)).toEqual(['before', 'after'])
      await alice.drop()
    },
    patience.timeout * 2,
  )
})
