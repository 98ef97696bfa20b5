/** Whatever is the matter with its file, the built-in server has a store; what is wrong is said once. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import type { Store } from '../server/store/store.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openEmbeddedStore } from './open-embedded-store.ts'

const workerFile = new URL('../server/store/sqlite/worker.ts', import.meta.url)

async function openIn(dataDir: string) {
  const notes: string[] = []
  const clock = createManualClock(0)
  const store = await openEmbeddedStore({
    ...{ dataDir, workerFile, clock },
    note: (problem) => notes.push(inEnglish(problem)),
  })
  return { store, notes }
}

const draft = { stream: 'alice', id: 'a', frame: '{}', publishedAtMs: 0, idempotency: null }
const waiting = async (store: Store) =>
  (await store.read({ clientId: 'alice', after: { own: 0, all: 0 }, nowMs: 0 })).messages.map(({ id }) => id)

test('what was published waits in the data folder', async () => {
  const dataDir = temporaryFolder()
  const first = await openIn(dataDir)
  await first.store.append(draft)
  await first.store[Symbol.asyncDispose]()
  expect(readdirSync(dataDir)).toEqual(['server.sqlite'])
  const { store, notes } = await openIn(dataDir)
  expect(await waiting(store)).toEqual(['a'])
  expect(notes).toEqual([])
  await store[Symbol.asyncDispose]()
})

test('a damaged file is set aside whole, and a new one is begun', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'server.sqlite'), 'damaged '.repeat(200))
  const { store, notes } = await openIn(dataDir)
  const aside = join(dataDir, 'server.sqlite.damaged-1970-01-01T00-00-00.000Z')
  expect(readFileSync(aside, 'utf8')).toBe('damaged '.repeat(200))
  expect(notes).toEqual([expect.stringMatching(/could not be read.*new one was begun.*kept as/)])
  expect(notes[0]).toContain(aside)
  await store.append(draft)
  await store[Symbol.asyncDispose]()
  const again = await openIn(dataDir)
  expect(await waiting(again.store)).toEqual(['a'])
  expect(again.notes).toEqual([])
  await again.store[Symbol.asyncDispose]()
})

test('a file of a newer format is not touched, and what is published is kept in memory', async () => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'server.sqlite')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = 99')
  database.close()
  const before = readFileSync(path)
  const { store, notes } = await openIn(dataDir)
  await store.append(draft)
  expect(await waiting(store)).toEqual(['a'])
  await store[Symbol.asyncDispose]()
  expect(notes).toEqual([expect.stringMatching(/in memory only.*written by a newer Tocsin/)])
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(dataDir)).toEqual(['server.sqlite'])
})

test('a folder that another server uses is left to it', async () => {
  const dataDir = temporaryFolder()
  const first = await openIn(dataDir)
  const second = await openIn(dataDir)
  await first.store.append(draft)
  expect(await waiting(second.store)).toEqual([])
  expect(second.notes).toEqual([expect.stringMatching(/in memory only.*Another server uses/)])
  for (const { store } of [first, second]) await store[Symbol.asyncDispose]()
})

test('a folder that cannot be written is no reason not to start', async () => {
  const folder = temporaryFolder()
  // Root may write anywhere, but not into a file.
  writeFileSync(join(folder, 'file'), '')
  const { store, notes } = await openIn(join(folder, 'file'))
  await store.append(draft)
  expect(await waiting(store)).toEqual(['a'])
  expect(notes).toEqual([expect.stringMatching(/in memory only.*cannot be used/)])
  await store[Symbol.asyncDispose]()
})

test('a file that can only be read stays where it is', async () => {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'server.sqlite')
  await (await openIn(dataDir)).store[Symbol.asyncDispose]()
  // By its own header, which root must heed too (https://www.sqlite.org/fileformat.html#the_database_header).
  const readOnly = readFileSync(path).fill(3, 18, 19)
  writeFileSync(path, readOnly)
  const { store, notes } = await openIn(dataDir)
  await store.append(draft)
  await store[Symbol.asyncDispose]()
  expect(notes).toEqual([expect.stringMatching(/in memory only.*readonly/)])
  expect(readFileSync(path).equals(readOnly)).toBe(true)
})

test('a log that cannot be opened keeps nothing from starting', async () => {
  const dataDir = temporaryFolder()
  await (await openIn(dataDir)).store[Symbol.asyncDispose]()
  mkdirSync(join(dataDir, 'server.sqlite-wal'))
  const { store, notes } = await openIn(dataDir)
  await store.append(draft)
  expect(notes).toHaveLength(1)
  await store[Symbol.asyncDispose]()
})
