/** The scenarios that come with Tocsin: each is valid, and does what its description says. */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Check } from 'typebox/value'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { connectRawClient, type RawClient } from '../testing/raw-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { mockOptions } from './mock-options.ts'
import { faultSchemas, malformedKinds, When } from './scenario/fault-schemas.ts'
import { readScenario } from './scenario/read-scenario.ts'
import { Scenario } from './scenario/scenario.ts'

const folder = fileURLToPath(new URL('../../../resources/scenarios/', import.meta.url))
const names = readdirSync(folder).filter((name) => name !== 'schema.json')

async function play(name: string): Promise<TestServer> {
  const read = readScenario(readFileSync(`${folder}${name}.json`, 'utf8'))
  if (!read.ok) throw new Error(read.problem)
  const running = await startTestServer({ scenario: read.scenario })
  onTestFinished(() => running[Symbol.asyncDispose]())
  return running
}

async function connect({ url }: TestServer): Promise<RawClient> {
  const client = await connectRawClient(url)
  onTestFinished(() => client[Symbol.asyncDispose]())
  client.say({ frequency: 1 })
  await client.settles()
  return client
}

/** The status that an attempt is refused with, or null. */
async function attempt({ url }: TestServer): Promise<number | null> {
  const socket = new WebSocket(`${url}/ws/notify/alice`)
  socket.on('error', () => {})
  const refused = once(socket, 'unexpected-response').then(([, response]) => Number(response.statusCode))
  const status = await Promise.race([once(socket, 'open').then(() => null), refused])
  socket.terminate()
  return status
}

/** What was made in so many seconds: of each notification the frames that came of it. */
async function passes(running: TestServer, client: RawClient, seconds: number): Promise<void> {
  for (let second = 0; second < seconds && client.socket.readyState === WebSocket.OPEN; second++) {
    running.clock.advance(1_000)
    await Promise.race([client.settles(), client.closed])
  }
}

const idOf = (frame: string): string | undefined => /"id":"(notif_\d+)"/.exec(frame)?.[1]
const notificationsOf = ({ frames }: RawClient): string[] =>
  frames.filter((frame) => idOf(frame) !== undefined)
const answersOf = ({ frames }: RawClient): string[] => frames.filter((frame) => frame.includes('"system"'))

test.each(names)('%s is valid, and says what it is for', (name) => {
  const text = readFileSync(folder + name, 'utf8')
  expect(readScenario(text)).toMatchObject({
    ok: true,
    scenario: {
      $schema: './schema.json',
      seed: expect.any(Number),
      description: expect.stringContaining('For: '),
    },
  })
  expect(Check(Scenario, JSON.parse(text))).toBe(true)
})

test('the schema that editors read is the one that is checked (after a change: vitest -u)', async () => {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...Scenario }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`${folder}schema.json`)
})

test('what the documentation shows is valid, and it names all there is', () => {
  const text = readFileSync(new URL('../../../docs/mocking.md', import.meta.url), 'utf8')
  const shown = [...text.matchAll(/```json\n(.+?)```/gs)].map(([, json]) => readScenario(json ?? ''))
  expect(shown.length).toBeGreaterThan(0)
  for (const read of shown) expect(read).toMatchObject({ ok: true })
  const words = [...Object.keys(faultSchemas), ...malformedKinds, ...names]
  for (const word of words) expect(text).toContain(`\`${word}\``)
  for (const flag of Object.keys(mockOptions)) expect(text).toContain(`--${flag} `)
  for (const when of Object.keys(When.properties)) expect(text).toContain(`\`{ "${when}": `)
})

test('disorder: some are missing, some come twice, and the order differs', async () => {
  const running = await play('disorder')
  const client = await connect(running)
  await passes(running, client, 40)
  const frames = notificationsOf(client)
  const times = frames.map((frame) => JSON.parse(frame).timestamp)
  expect(new Set(frames).size).toBeLessThan(frames.length)
  expect(times).not.toEqual(times.toSorted())
  // Of about forty every fifth is missing.
  expect(new Set(frames).size).toBeLessThan(36)
})

test('flaky-network: late, broken off, and every third attempt refused', async () => {
  const running = await play('flaky-network')
  const statuses: (number | null)[] = []
  for (let attempts = 0; attempts < 6; attempts++) statuses.push(await attempt(running))
  expect(statuses).toEqual([null, null, 503, null, null, 503])
  const client = await connect(running)
  await passes(running, client, 120)
  expect(await client.closed).toMatchObject({ code: 1006 })
})

test('forgetful-server: confirmed, late, never, late, unknown; a later frequency is ignored', async () => {
  const running = await play('forgetful-server')
  const client = await connect(running)
  await passes(running, client, 2)
  const id = idOf(notificationsOf(client)[0] ?? '')
  const answers: number[] = []
  for (let acknowledged = 1; acknowledged <= 5; acknowledged++) {
    const before = answersOf(client).length
    client.say({ action: 'acknowledge', id })
    await client.settles()
    answers.push(answersOf(client).length - before)
  }
  expect(answers).toEqual([1, 0, 0, 0, 1])
  expect(answersOf(client).at(-1)).toContain('not found')
  client.say({ frequency: 30 })
  await passes(running, client, 4)
  expect(answersOf(client)).toHaveLength(1 + 2 + 2)
  expect(answersOf(client).some((answer) => answer.includes('30.0'))).toBe(false)
})

test('half-open: three notifications, then silence; the second connection works', async () => {
  const running = await play('half-open')
  const first = await connect(running)
  running.clock.advance(3_600)
  while (notificationsOf(first).length < 3) await once(first.socket, 'message')
  running.clock.advance(60_000)
  const second = await connect(running)
  await passes(running, second, 8)
  expect(notificationsOf(first)).toHaveLength(3)
  expect(first.socket.readyState).toBe(WebSocket.OPEN)
  expect(notificationsOf(second).length).toBeGreaterThan(5)
})

test('hostile-frames: every second frame is none that is as it should be', async () => {
  const running = await play('hostile-frames')
  const client = await connect(running)
  await passes(running, client, 60)
  const frames = client.frames.slice(1)
  expect(frames.filter((_, index) => index % 2 === 0).every(isWhole)).toBe(true)
  expect(frames.filter((_, index) => index % 2 === 1).some(isWhole)).toBe(false)
  expect(frames.some((frame) => frame === '')).toBe(true)
  expect(frames.some((frame) => frame.startsWith('<'))).toBe(true)
  expect(frames.some((frame) => frame.length > 1024 * 1024)).toBe(true)
})

const isWhole = (frame: string): boolean =>
  frame.length < 10_000 &&
  /^\{"type":"(info|warning|error|success)","title":"[^"]+".+"id":"notif_/.test(frame)

test('restart: 1012 after five, two refusals, then it is back', async () => {
  const running = await play('restart')
  const client = await connect(running)
  await passes(running, client, 10)
  expect(await client.closed).toEqual({ code: 1012, reason: 'The server is restarting' })
  expect(notificationsOf(client)).toHaveLength(5)
  expect([await attempt(running), await attempt(running)]).toEqual([503, 503])
  const second = await connect(running)
  await passes(running, second, 10)
  expect(notificationsOf(second).length).toBeGreaterThan(7)
})
