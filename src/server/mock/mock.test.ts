/** The mock behind the real server, on real sockets: what a client sees of each fault, and what is never touched. */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { publish } from '../testing/http-client.ts'
import { connectRawClient, type RawClient } from '../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import type { Fault } from './scenario/fault-schemas.ts'
import type { Scenario } from './scenario/scenario.ts'

async function start(scenario: Scenario, recording?: readonly string[]) {
  const running = await startTestServer({ scenario, ...(recording && { recording }) })
  onTestFinished(() => running[Symbol.asyncDispose]())
  return running
}

const withFaults = (...faults: Fault[]) => start({ seed: 1, faults })

/** At a frequency of a second, which it is sure of. */
async function connect({ url }: TestServer, clientId = 'alice'): Promise<RawClient> {
  const client = await connectRawClient(url, clientId)
  onTestFinished(() => client[Symbol.asyncDispose]())
  client.say({ frequency: 1 })
  await client.settles()
  return client
}

/** Lets so many seconds pass; what was sent in each has come before the next. */
async function passes({ clock }: TestServer, seconds: number, ...clients: RawClient[]): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    clock.advance(1_000)
    for (const client of clients)
      if (client.socket.readyState === WebSocket.OPEN) await settlesOrCloses(client)
  }
}

const settlesOrCloses = (client: RawClient) => Promise.race([client.settles(), client.closed])

type Fields = Readonly<Record<string, string>>
const parse = (text: string): Fields => JSON.parse(text)
const notifications = ({ frames }: RawClient): Fields[] =>
  frames.map(parse).filter(({ type }) => type !== 'system')
const systemTexts = ({ frames }: RawClient): (string | undefined)[] =>
  frames
    .map(parse)
    .filter(({ type }) => type === 'system')
    .map(({ message }) => message)

const everyFault: Fault[] = [
  { fault: 'drop', when: { probability: 0.1 } },
  { fault: 'duplicate', when: { probability: 0.1 } },
  { fault: 'delay', when: { probability: 0.2 }, ms: [100, 2_500] },
  { fault: 'reorder', when: { probability: 0.2 } },
  {
    ...{ fault: 'malformed', when: { probability: 0.2 } },
    kinds: ['not-json', 'array', 'binary', 'empty', 'unknown-type', 'missing-fields', 'wrong-types'],
  },
  { fault: 'acknowledgement', answer: 'late', when: { probability: 0.5 } },
]

/** What alice sees in 30 s, then bob, who acknowledges what he can, then alice on her second connection. */
async function play(seed: number, { isBobThere = true } = {}): Promise<Record<string, readonly string[]>> {
  const running = await start({ seed, faults: everyFault })
  const seen: Record<string, readonly string[]> = {}
  for (const [index, name] of ['alice', 'bob', 'alice'].entries()) {
    if (name === 'bob' && !isBobThere) {
      running.clock.advance(30_000)
      continue
    }
    const client = await connect(running, name)
    for (let second = 0; second < 30; second++) {
      await passes(running, 1, client)
      const id = /"id":"(notif_\d+)"/.exec(client.frames.at(-1) ?? '')?.[1]
      if (name === 'bob' && id !== undefined) client.say({ action: 'acknowledge', id })
    }
    await client[Symbol.asyncDispose]()
    seen[`${name} ${index}`] = client.frames
  }
  return seen
}

test('two runs with one seed give the same frames to the byte, with another seed other ones', async () => {
  const first = await play(42)
  for (const frames of Object.values(first)) expect(frames.length).toBeGreaterThan(25)
  expect(await play(42)).toEqual(first)
  expect(await play(43)).not.toEqual(first)
})

test('what one client sees does not depend on others', async () => {
  const { 'bob 1': bob, ...alice } = await play(42)
  expect(bob).toBeDefined()
  expect(await play(42, { isBobThere: false })).toEqual(alice)
})

test('a mix makes the types that it says', async () => {
  const running = await start({ seed: 1, mix: { warning: 1, error: 0 } })
  const client = await connect(running)
  await passes(running, 12, client)
  const types = notifications(client).map(({ type }) => type)
  expect(types.length).toBeGreaterThan(8)
  expect(new Set(types)).toEqual(new Set(['warning']))
})

test('a recording is replayed to the letter, and its ids can be acknowledged', async () => {
  const frame = '{ "type":"info", "title":"Recorded","id":"notif_7" }'
  const lines = [JSON.stringify({ receivedAt: '2026-01-01T00:00:00Z', frame }), frame]
  const running = await start({ seed: 1, replay: { file: 'x', speed: 1_000 } }, lines)
  const client = await connect(running)
  await passes(running, 1, client)
  expect(client.frames.slice(1)).toEqual([frame, frame])
  client.say({ action: 'acknowledge', id: 'notif_7' })
  await client.settles()
  expect(systemTexts(client).at(-1)).toBe('Notification notif_7 marked as read')
})

test('a duplicate is the same frame again, and what is dropped never comes', async () => {
  const running = await withFaults(
    { fault: 'duplicate', when: { nth: 2 }, copies: 2 },
    { fault: 'drop', when: { nth: 3 } },
  )
  const client = await connect(running)
  await passes(running, 3, client)
  const frames = client.frames.slice(1)
  expect(frames.length).toBeGreaterThanOrEqual(3)
  expect(frames[1]).toBe(frames[2])
  expect(frames[1]).not.toBe(frames[0])
  expect(frames[1]).toBe(frames[3])
})

test('malformed frames are on the wire what they are called', async () => {
  const kinds = ['binary', 'empty', 'too-large'] as const
  const running = await withFaults(
    ...kinds.map((kind, index): Fault => ({ fault: 'malformed', kinds: [kind], when: { nth: index + 1 } })),
  )
  const client = await connect(running)
  await passes(running, 4, client)
  const [, binary, empty, large] = client.frames
  expect(binary).toMatch(/^<7b22/)
  expect(empty).toBe('')
  expect(large?.length).toBeGreaterThan(1024 * 1024)
})

test('a connection is closed with the code and reason that were chosen, and the next one is not', async () => {
  const running = await withFaults({
    ...{ fault: 'close', when: { nth: 2 }, connection: 1 },
    ...{ code: 4001, reason: 'Enough' },
  })
  const first = await connect(running)
  await passes(running, 3, first)
  expect(await first.closed).toEqual({ code: 4001, reason: 'Enough' })
  expect(notifications(first)).toHaveLength(2)
  const second = await connect(running)
  await passes(running, 5, second)
  expect(second.socket.readyState).toBe(WebSocket.OPEN)
})

test('at a second a connection is cut without a notification', async () => {
  const running = await withFaults({ fault: 'cut', when: { atSecond: 4 } })
  const client = await connectRawClient(running.url)
  running.clock.advance(4_000)
  expect(await client.closed).toMatchObject({ code: 1006 })
  expect(client.frames).toEqual([])
})

test('a status that has no name is sent without one', async () => {
  const running = await withFaults({ fault: 'refuse', status: 599 })
  const refused = new WebSocket(`${running.url}/ws/notify/alice`)
  const [, response] = await once(refused, 'unexpected-response')
  expect(response).toMatchObject({ statusCode: 599, statusMessage: '' })
  response.resume()
})

test('an attempt is refused with status and Retry-After, each client by its own count', async () => {
  const running = await withFaults({ fault: 'refuse', when: { first: 1 }, status: 429, retryAfterSeconds: 7 })
  for (const clientId of ['alice', 'bob']) {
    const refused = new WebSocket(`${running.url}/ws/notify/${clientId}`)
    const [, response] = await once(refused, 'unexpected-response')
    expect(response).toMatchObject({ statusCode: 429, headers: { 'retry-after': '7' } })
    response.destroy()
    await connect(running, clientId)
  }
})

test('a half-open connection answers and sends nothing, is not ended by the heartbeat, and is broken off in the end', async () => {
  const running = await withFaults({ fault: 'half-open', when: { nth: 2 }, forSeconds: 300 })
  const client = await connect(running)
  running.clock.advance(2_400)
  while (notifications(client).length < 2) await once(client.socket, 'message')
  const before = [...client.frames]
  let answers = 0
  client.socket.on('pong', () => answers++).on('ping', () => answers++)
  client.socket.ping()
  client.say({ frequency: 5 })
  client.say({ action: 'acknowledge', id: 'notif_1' })
  // Told to every connection of the client, but for this one.
  const id = await publish(running.url, '/notify/alice', 'Read elsewhere')
  const other = await connect(running)
  other.say({ action: 'acknowledge', id })
  await other.settles()
  expect(systemTexts(other)).toContain(`Notification ${id} marked as read`)
  await other[Symbol.asyncDispose]()
  await running.logged('left')
  await publish(running.url, '/notify/alice', 'Published meanwhile')
  running.clock.advance(290_000)
  for (let turn = 0; turn < 20; turn++) await nextTurn()
  expect(client.socket.readyState).toBe(WebSocket.OPEN)
  expect(running.server.clientCount).toBe(1)
  running.clock.advance(10_000)
  expect(await client.closed).toMatchObject({ code: 1006 })
  expect({ frames: client.frames, answers }).toEqual({ frames: before, answers: 0 })
  while (running.server.clientCount > 0) await nextTurn()
  const next = await connect(running)
  expect(notifications(next)).toMatchObject([{ message: 'Published meanwhile' }])
})

test('acknowledgements are confirmed never, late, or said to be unknown', async () => {
  const running = await withFaults(
    { fault: 'acknowledgement', answer: 'never', when: { nth: 1 } },
    { fault: 'acknowledgement', answer: 'late', ms: [3_000, 3_000], when: { nth: 2 } },
    { fault: 'acknowledgement', answer: 'not-found', when: { nth: 3 } },
  )
  const client = await connect(running)
  client.say({ frequency: 30 })
  await client.settles()
  running.clock.advance(30_000 * 1.2)
  await client.settles()
  const id = notifications(client)[0]?.['id']
  const texts = () => systemTexts(client).slice(2)
  for (let times = 0; times < 4; times++) client.say({ action: 'acknowledge', id })
  await client.settles()
  const [confirmed, unknown] = [`Notification ${id} marked as read`, `Notification ${id} not found`]
  expect(texts()).toEqual([unknown, confirmed])
  running.clock.advance(2_999)
  await client.settles()
  expect(texts()).toHaveLength(2)
  running.clock.advance(1)
  await client.settles()
  expect(texts()).toEqual([unknown, confirmed, confirmed])
})

test('a later frequency is ignored without a word, the first one never', async () => {
  const running = await withFaults({ fault: 'ignore-frequency' })
  const client = await connect(running)
  client.say({ frequency: 30 })
  await passes(running, 12, client)
  expect(systemTexts(client)).toEqual(['Frequency set to 1.0 seconds'])
  expect(notifications(client).length).toBeGreaterThan(8)
})

test('what is published goes past every fault, and its acknowledgement too', async () => {
  const running = await withFaults(
    { fault: 'drop' },
    { fault: 'malformed' },
    { fault: 'acknowledgement', answer: 'never' },
  )
  const client = await connect(running)
  const ids: string[] = []
  for (let count = 0; count < 10; count++) {
    ids.push(await publish(running.url, '/notify/alice', `${count}`))
    await passes(running, 1, client)
  }
  expect(notifications(client).map(({ id }) => id)).toEqual(ids)
  client.say({ action: 'acknowledge', id: ids[0] })
  await client.settles()
  expect(systemTexts(client).at(-1)).toBe(`Notification ${ids[0]} marked as read`)
})

test('what ends a connection loses nothing that is published', async () => {
  const running = await withFaults({ fault: 'close', when: { nth: 1 }, connection: 1, code: 1012 })
  const client = await connect(running)
  await passes(running, 2, client)
  await client.closed
  await publish(running.url, '/notify/alice', 'While away')
  const next = await connect(running)
  expect(notifications(next)).toMatchObject([{ message: 'While away' }])
})

test('a half-open connection does not hold up a server that stops', async () => {
  const running = await withFaults({ fault: 'half-open', when: { atSecond: 1 } })
  const client = await connect(running)
  running.clock.advance(1_000)
  await running.server.close()
  expect(await client.closed).toMatchObject({ code: 1006 })
})

test('when the server stops no timer is left', async () => {
  const running = await startTestServer({ scenario: { seed: 1, faults: everyFault } })
  const client = await connect(running)
  await passes(running, 5, client)
  await running.server.close()
  expect(running.clock.timerCount).toBe(0)
})
