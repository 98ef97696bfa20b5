/** The store's thread dies: another one takes over, a few times a minute, and what was promised is kept. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { storeLimits } from '../../limits.ts'
import { describeEvent, type ServerEvent } from '../../log/server-events.ts'
import { post } from '../../testing/http-client.ts'
import { connectListeningClient } from '../../testing/listening-client.ts'
import { startTestServer } from '../../testing/test-server.ts'
import type { Store } from '../store.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

/** Where a manual clock begins. */
const nowMs = Date.UTC(2026, 0, 1)

async function openDying() {
  const clock = createManualClock()
  const lines: string[] = []
  const store = await openSqliteStore({
    file: {
      path: join(temporaryFolder(), 'server.sqlite'),
      workerFile: new URL('../../testing/dying-store-worker.ts', import.meta.url),
    },
    ...{ limits: storeLimits, clock, log: (event: ServerEvent) => void lines.push(describeEvent(event)) },
  })
  return { clock, lines, store }
}

const append = (store: Store, id: string) =>
  store.append({
    stream: 'alice',
    id,
    frame: JSON.stringify({ type: 'info', id, message: 'x' }),
    publishedAtMs: nowMs,
    idempotency: null,
  })

const kept = async (store: Store) =>
  (await store.read({ clientId: 'alice', after: { own: 0, all: 0 }, nowMs })).messages.map(({ id }) => id)

test('what was answered is kept, what was under way is refused, what comes after is stored', async () => {
  const { store, lines } = await openDying()
  await append(store, 'a')
  await expect(append(store, 'diesBefore')).rejects.toThrow('The store has failed')
  await append(store, 'b')
  await expect(append(store, 'diesAfter')).rejects.toThrow('The store has failed')
  await append(store, 'c')
  expect(await kept(store)).toEqual(['a', 'b', 'diesAfter', 'c'])
  expect(lines.filter((line) => line.includes('started anew'))).toHaveLength(2)
  await store[Symbol.asyncDispose]()
})

test('one that dies again and again is left dead until a minute has passed', async () => {
  const { store, clock } = await openDying()
  for (let i = 0; i < 4; i++) await expect(append(store, 'diesBefore')).rejects.toThrow()
  await expect(append(store, 'a')).rejects.toThrow('The store has failed')
  clock.advance(60_000)
  await append(store, 'b')
  expect(await kept(store)).toEqual(['b'])
  await store[Symbol.asyncDispose]()
})

test('a store that is left dead can be closed', async () => {
  const { store } = await openDying()
  for (let i = 0; i < 4; i++) await expect(append(store, 'diesBefore')).rejects.toThrow()
  await store[Symbol.asyncDispose]()
})

test('a publisher is told 503 and when to come again, and who is connected gets what was stored untold', async () => {
  const { store, clock, lines } = await openDying()
  await using running = await startTestServer({ demo: false, store, clock })
  const alice = await connectListeningClient({ url: running.url, clientId: 'alice', resume: null })
  onTestFinished(() => alice.drop())
  const first = await post(running.url, '/notify/alice', 'one')
  await alice.receives(first.json.id)
  await expect(append(store, 'diesAfter')).rejects.toThrow()
  await alice.receives('diesAfter')
  const second = await post(running.url, '/notify/alice', 'two')
  await alice.receives(second.json.id)
  expect(alice.received.map(({ id }) => id)).toEqual([first.json.id, 'diesAfter', second.json.id])
  for (let i = 0; i < 3; i++) await expect(append(store, 'diesBefore')).rejects.toThrow()
  const refused = await post(running.url, '/notify/alice', 'three')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(lines).toContainEqual(expect.stringContaining('tried again in a minute'))
  await alice.drop()
})
