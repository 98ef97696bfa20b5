/** The store's own promises: what stays, what goes, and what happens to its file. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { storeLimits } from '../../limits.ts'
import type { Acknowledgement, Store, StoredMessage, StreamKey } from '../store.ts'
import { openSqliteStore } from './open-sqlite-store.ts'
import type { StoreLimits } from './tidy.ts'

const workerFile = new URL('./worker.ts', import.meta.url)
const nowMs = 1_000_000

function openIn(path: string | null, limits: Partial<StoreLimits> = {}) {
  const clock = createManualClock()
  const file = path === null ? null : { path, workerFile }
  return openSqliteStore({ file, limits: { ...storeLimits, ...limits }, clock }).then((store) => ({
    store,
    clock,
  }))
}

const append = (store: Store, stream: StreamKey, id: string, publishedAtMs = nowMs, frame = '{"a":1}') =>
  store.append({ stream, id, frame, publishedAtMs, idempotency: null })

const waiting = async (store: Store, clientId: string, own = 0, all = 0, atMs = nowMs) =>
  (await store.read({ clientId, after: { own, all }, nowMs: atMs })).messages.map(({ id }) => id)

test('what is stored is there when the file is opened again, numbered on', async () => {
  const path = join(temporaryFolder(), 'folder', 'server.sqlite')
  const first = await openIn(path)
  await append(first.store, 'alice', 'a')
  const { epoch } = await first.store.enter('alice', nowMs)
  await append(first.store, null, 'b')
  await first.store[Symbol.asyncDispose]()
  const second = await openIn(path)
  expect(second.store.clientCount).toBe(1)
  expect(await second.store.enter('alice', nowMs)).toEqual({
    ...{ epoch, settled: { own: 0, all: 0 }, heads: { own: 1, all: 1 } },
  })
  expect(await append(second.store, 'alice', 'c')).toMatchObject({ message: { position: 3, sequence: 2 } })
  expect(await waiting(second.store, 'alice')).toEqual(['a', 'b', 'c'])
  await second.store[Symbol.asyncDispose]()
})

test('a file is used by one server at a time, and the second is told what to do', async () => {
  const path = join(temporaryFolder(), 'server.sqlite')
  const { store } = await openIn(path)
  await expect(openIn(path)).rejects.toThrow(`Another server uses ${path}: stop it, or choose another folder`)
  await store[Symbol.asyncDispose]()
  await (await openIn(path)).store[Symbol.asyncDispose]()
})

test('a file of a newer format is left as it is', async () => {
  const path = join(temporaryFolder(), 'server.sqlite')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 99')
  database.close()
  const before = readFileSync(path)
  await expect(openIn(path)).rejects.toThrow(/newer Tocsin \(its format is 99/)
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each([
  ['no database', (path: string) => writeFileSync(path, 'not a database, nor its header'.repeat(40))],
  ['a folder', (path: string) => mkdirSync(path)],
  ['damaged behind its header', (path: string) => writeFileSync(path, readFileSync(path).fill(0xa5, 4_096))],
  [
    'damaged where its tables are told',
    (path: string) => writeFileSync(path, readFileSync(path).fill(0xa5, 100)),
  ],
  ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 8_192))],
  ['of this format, without its tables', (path: string) => dropTables(path)],
])('a file that is %s is refused as unreadable, with a sentence, and left as it is', async (_, damage) => {
  const path = join(temporaryFolder(), 'server.sqlite')
  if (String(_) !== 'a folder') await (await openIn(path)).store[Symbol.asyncDispose]()
  damage(path)
  const refusal = expect(openIn(path)).rejects
  await refusal.toMatchObject({
    problem: 'unreadable',
    message: expect.stringContaining(`${path} cannot be`),
  })
})

function dropTables(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('DROP TABLE messages; DROP TABLE deliveries')
  database.close()
}

test('calls of one turn are announced as one, in order, before anyone is answered', async () => {
  const { store } = await openIn(null)
  const batches: string[][] = []
  store.listen({
    onStored: (messages: readonly StoredMessage[]) => batches.push(messages.map(({ id }) => id)),
    onAcknowledged: ({ id }: Acknowledgement) => batches.push([`read ${id}`]),
    onInterrupted() {},
  })
  await Promise.all(['a', 'b', 'c'].map((id) => append(store, 'alice', id)))
  expect(batches).toEqual([['a', 'b', 'c']])
  const acknowledgement = { clientId: 'alice', id: 'b', atMs: nowMs }
  expect(await store.acknowledge(acknowledgement)).toBe('read')
  expect(await store.acknowledge(acknowledgement)).toBe('already-read')
  expect(batches).toEqual([['a', 'b', 'c'], ['read b']])
})

test('a page is bounded in number and bytes, and the next one goes on where it ended', async () => {
  const { store } = await openIn(null)
  const ids: string[] = []
  const large = JSON.stringify({ text: 'x'.repeat(60_000) })
  for (let i = 0; i < 700; i++) {
    ids.push(`m${i}`)
    await append(store, i % 3 === 0 ? null : 'alice', `m${i}`, nowMs, i % 10 === 0 ? large : '{}')
  }
  // Everyone's first came before anything was published to alice.
  const mine = ids.slice(1)
  const read: string[] = []
  let after = (await store.enter('alice', nowMs)).settled
  for (let pages = 1; ; pages++) {
    const page = await store.read({ clientId: 'alice', after, nowMs })
    read.push(...page.messages.map(({ id }) => id))
    expect(page.messages.length).toBeLessThanOrEqual(512)
    const bytes = page.messages.reduce((sum, { frame }) => sum + frame.length, 0)
    expect(bytes).toBeLessThan(700_000)
    after = page.through
    if (!page.isLast) continue
    expect(pages).toBeGreaterThan(5)
    break
  }
  expect(read).toEqual(mine)
})

test('each is kept for its time, and then it is gone: read or not, at once for who asks', async () => {
  const { store, clock } = await openIn(null, { retentionMs: 1_000 })
  await append(store, 'alice', 'a', clock.now())
  const later = clock.now() + 600
  await append(store, 'alice', 'b', later)
  expect(await waiting(store, 'alice', 0, 0, clock.now() + 1_000)).toEqual(['b'])
  expect(await waiting(store, 'alice', 0, 0, later + 1_000)).toEqual([])
  clock.advance(60_000)
  await expect.poll(() => store.receipt({ id: 'b', clientId: 'alice' })).toBeNull()
})

test('a stream keeps the newest, by number and by bytes, and tells where it begins', async () => {
  const { store } = await openIn(null, { messagesPerStream: 3, bytesPerStream: 1_000 })
  for (const id of ['a', 'b', 'c', 'd', 'e']) await append(store, 'alice', id)
  expect(await waiting(store, 'alice')).toEqual(['c', 'd', 'e'])
  expect((await store.read({ clientId: 'alice', after: { own: 0, all: 0 }, nowMs })).from.own).toBe(2)
  await append(store, 'alice', 'f', nowMs, JSON.stringify('ü'.repeat(495)))
  expect(await waiting(store, 'alice')).toEqual(['e', 'f'])
  await append(store, 'bob', 'g')
  expect(await waiting(store, 'bob')).toEqual(['g'])
})

test('in all it keeps the newest, whosever they are', async () => {
  const { store, clock } = await openIn(null, { messages: 10 })
  for (let i = 0; i < 15; i++) await append(store, `client-${i}`, `m${i}`, clock.now())
  await expect.poll(() => waiting(store, 'client-4')).toEqual([])
  expect(await waiting(store, 'client-5')).toEqual(['m5'])
})

test('a client that was not seen for the time that things are kept is forgotten, and begins anew', async () => {
  const { store, clock } = await openIn(null, { retentionMs: 100_000 })
  const { epoch } = await store.enter('alice', clock.now())
  await store.enter('bob', clock.now())
  expect(store.clientCount).toBe(2)
  clock.advance(60_000)
  await store.enter('bob', clock.now() + 60 * 60 * 1000)
  clock.advance(60_000)
  await expect.poll(() => store.clientCount).toBe(1)
  await append(store, null, 'x', clock.now())
  const again = await store.enter('alice', clock.now())
  expect(again).toMatchObject({ settled: { own: 0, all: 1 }, heads: { own: 0, all: 1 } })
  expect(again.epoch).not.toBe(epoch)
})

test('what is kept about messages goes with them', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'server.sqlite')
  const { store, clock } = await openIn(path, { retentionMs: 1_000 })
  for (const clientId of ['alice', 'bob']) await store.enter(clientId, clock.now() + 100_000_000)
  for (const [stream, id] of [
    ['alice', 'a'],
    [null, 'b'],
  ] as const)
    await append(store, stream, id, clock.now())
  for (const clientId of ['alice', 'bob']) {
    for (const id of ['a', 'b']) await store.acknowledge({ clientId, id, atMs: clock.now() })
    const range = { clientId, from: 1, through: 1, deliveredAtMs: null }
    await store.noteDelivered([
      { ...range, stream: 'own' },
      { ...range, stream: 'all' },
    ])
  }
  clock.advance(60_000)
  await expect.poll(() => store.receipt({ id: 'a', clientId: 'alice' })).toBeNull()
  await store[Symbol.asyncDispose]()
  const database = new DatabaseSync(path)
  const count = (table: string) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']
  expect({ messages: count('messages'), acknowledgements: count('acknowledgements') }).toEqual({
    ...{ messages: 0, acknowledgements: 0 },
  })
  // Bob's own stream never had a first message: that range is of none.
  expect(database.prepare('SELECT stream_id, last FROM deliveries').all()).toEqual([
    { stream_id: 2, last: 1 },
  ])
  expect({ ...database.prepare('SELECT messages, bytes FROM store').get() }).toEqual({
    messages: 0,
    bytes: 0,
  })
  database.close()
})

test('a disk that refuses fails what was asked, tells why, and everything after it works', async () => {
  const path = join(temporaryFolder(), 'server.sqlite')
  const { store } = await openIn(path)
  // No time at all: the schema refuses it, as a disk refuses what is too much.
  await expect(append(store, 'alice', 'x', Number.NaN)).rejects.toThrow(/NOT NULL|constraint/)
  expect(await append(store, 'alice', 'a')).toMatchObject({ message: { sequence: 1 } })
  await store[Symbol.asyncDispose]()
})
