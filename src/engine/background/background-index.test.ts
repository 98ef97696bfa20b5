/** The whole of it: the real thread, the real index, real files. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { english, inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { ExportProgress } from '../export/export-found.ts'
import { createFilledHistory, infoFrame } from '../export/filled-history.ts'
import { parseQuery } from '../search/parse-query.ts'
import { everything, type Query } from '../search/query.ts'
import { createBackground } from './background.ts'
import type { IndexProgress } from './catch-up-progress.ts'

const page = { direction: 'newest', from: null, limit: 50, slot: null } as const

describe('the index', () => {
  it('is begun with what is there, and follows what arrives', async () => {
    const { background, clock, store, indexedUpTo } = setUp()
    store(1_500)
    background.warm()
    await eventually(() => expect(indexedUpTo()).toBe(1_500))
    store(10)
    background.stored(10)
    clock.advance(1_000)
    await eventually(() => expect(indexedUpTo()).toBe(1_510))
  })

  it('is brought up by arrivals alone once a thousand wait', async () => {
    const { background, clock, store, indexedUpTo } = setUp()
    store(999)
    background.stored(999)
    expect(indexedUpTo()).toBeNull()
    store(1)
    background.stored(1)
    clock.advance(500)
    await eventually(() => expect(indexedUpTo()).toBe(1_000))
  })

  it('loses rows that were removed, which are then noted as dropped', async () => {
    const { background, history, store, dropped } = setUp()
    store(1_200)
    background.warm()
    const { database } = history
    database.exec('INSERT INTO removed_rows SELECT row_id FROM notifications WHERE row_id <= 1100')
    database.exec('DELETE FROM notifications WHERE row_id <= 1100')
    background.rowsRemoved(1_100)
    await eventually(() => expect(new Set(dropped).size).toBe(1_100))
    await eventually(() => expect(database.prepare('SELECT * FROM removed_rows').all()).toEqual([]))
  })

  it('tells how far it has come when it is far behind', async () => {
    const { background, store, progress } = setUp()
    store(30_000)
    background.warm()
    await eventually(() => expect(progress.at(-1)).toEqual({ done: 30_000, total: 30_000 }))
    expect(progress.length).toBeGreaterThan(1)
  })

  it('is built anew when a search finds it damaged', async () => {
    const { background, store, indexedUpTo, indexPath, faults } = setUp()
    store(1_500)
    background.warm()
    await eventually(() => expect(indexedUpTo()).toBe(1_500))
    damage(indexPath)
    expect(await background.search('word', page)).toMatchObject({ kind: 'found', hasOlder: true })
    await eventually(() => expect(damagedPages(indexPath)).toBe(0))
    await eventually(() => expect(indexedUpTo()).toBe(1_500))
    expect(faults).toEqual([])
  })
})

describe('a search', () => {
  it('finds words, in pages, with where they stand', async () => {
    const { background, store } = setUp()
    store(120)
    const first = await background.search('n7*', page)
    if (first.kind !== 'found') throw new Error('not found')
    expect(first.rows.map(({ row }) => row.title)[0]).toBe('n79 word')
    expect(first.rows[0]?.matches.title).toEqual([{ start: 0, end: 3 }])
    const from = first.rows[1]?.row.rowId ?? null
    const next = await background.search('n7*', { ...page, from, limit: 3 })
    expect(next).toMatchObject({ kind: 'found', hasOlder: true })
    if (next.kind === 'found') expect(next.rows.map(({ row }) => row.title)[0]).toBe('n77 word')
  })

  it('lists by a filter, and gives the ids of what is found in either direction', async () => {
    const { background, store } = setUp()
    store(20)
    const listed = await background.listByFilter({ ...page, filter: { type: 'info' }, from: 11, limit: 2 })
    expect(listed.rows.map((row) => row.rowId)).toEqual([10, 9])
    const ids = { query: queryOf('word'), from: 3, limit: 2 }
    expect(await background.foundRowIds({ ...ids, direction: 'oldest' }).answer).toEqual([4, 5])
    expect(await background.foundRowIds({ ...ids, direction: 'newest' }).answer).toEqual([2, 1])
  })
})

describe('an export in the thread', () => {
  it('writes what a query finds, telling its progress', async () => {
    const { background, store, file } = setUp()
    store(6_000)
    const told: ExportProgress[] = []
    const all = background.exportFound({ query: everything, format: 'jsonl', file }, (progress) => {
      told.push(progress)
    })
    expect(await all.answer).toEqual({ rowCount: 6_000 })
    expect(told).toEqual([{ done: 5_000, total: 6_000 }])
    const some = background.exportFound({ query: queryOf('n5999'), format: 'csv', file }, () => {})
    expect(await some.answer).toEqual({ rowCount: 1 })
    expect(readFileSync(file, 'utf8')).toContain(',n5999 word,')
  })

  it('lets searches in between, and leaves nothing when it is cancelled', async () => {
    const { background, store, file } = setUp()
    store(20_000)
    const order: string[] = []
    const { answer, cancel } = background.exportFound({ query: everything, format: 'jsonl', file }, () => {})
    const exported = answer.then(() => order.push('exported'))
    await background.search('word', page)
    order.push('found')
    cancel()
    await exported
    expect(order).toEqual(['found', 'exported'])
    await eventually(() => expect(existsSync(`${file}.part`)).toBe(false))
    expect(existsSync(file)).toBe(false)
  })

  it('leaves nothing when the thread is closed', async () => {
    const { background, store, file } = setUp()
    store(20_000)
    const { answer } = background.exportFound({ query: everything, format: 'jsonl', file }, () => {})
    await eventually(() => expect(existsSync(`${file}.part`)).toBe(true))
    await background.close()
    expect(await answer).toBeNull()
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })

  it('says for people why it failed', async () => {
    const { background, file } = setUp()
    const nowhere = join(file, 'nowhere', 'found.csv')
    const { answer } = background.exportFound({ query: everything, format: 'csv', file: nowhere }, () => {})
    await expect(answer).rejects.toThrow(/is not there, so nothing was exported\. Choose another folder/)
  })
})

describe('a checkpoint', () => {
  it('writes the history log back beside the main connection', async () => {
    const { background, history, store } = setUp()
    store(5_000)
    const before = statSync(history.path).size
    expect(await background.checkpoint()).toEqual({ pendingPages: 0 })
    expect(statSync(history.path).size).toBeGreaterThan(before)
  })

  it('is not asked for twice at once', async () => {
    const { background } = setUp()
    const answers = await Promise.all([background.checkpoint(), background.checkpoint()])
    expect(answers).toEqual([{ pendingPages: 0 }, null])
  })
})

it('a thread that is ended without waiting in the middle of indexing leaves both files sound', async () => {
  const { background, history, store, indexPath, indexedUpTo } = setUp()
  store(30_000)
  background.warm()
  await eventually(() => expect(indexedUpTo()).toBeGreaterThan(0))
  background.terminate()
  for (const path of [history.path, indexPath]) {
    // The thread may still be rolling back.
    const database = new DatabaseSync(path, { timeout: 5_000 })
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    database.close()
  }
})

function setUp() {
  const folder = temporaryFolder()
  const clock = createManualClock()
  const faults: string[] = []
  const dropped: number[] = []
  const progress: (IndexProgress | null)[] = []
  const history = createFilledHistory(folder)
  history.database.exec('PRAGMA wal_autocheckpoint = 0')
  const indexPath = join(folder, 'search.sqlite')
  const forget = history.database.prepare('DELETE FROM removed_rows WHERE row_id = ?')
  const background = createBackground({
    i18n: () => english,
    ...{ clock, historyPath: history.path, indexPath },
    workerFile: new URL('worker.ts', import.meta.url),
    onFault: (problem) => faults.push(inEnglish(problem)),
    onDropped(rowIds) {
      for (const rowId of rowIds) forget.run(rowId)
      dropped.push(...rowIds)
    },
    onIndexProgress: (told) => progress.push(told),
  })
  onTestFinished(async () => {
    await background.close()
    history.database.close()
  })
  let named = 0
  const store = (count: number) =>
    history.store(Array.from({ length: count }, () => ({ frame: infoFrame(`n${named++} word`) })))
  return {
    ...{ background, clock, faults, dropped, progress, history, store, indexPath },
    indexedUpTo: () => readIndexedUpTo(indexPath),
    file: join(folder, 'found'),
  }
}

function queryOf(text: string): Query {
  const parsed = parseQuery(text)
  if (!parsed.ok) throw new Error(inEnglish(parsed.problem.message))
  return parsed.query
}

/** As another connection sees it; null while there is none. */
function readIndexedUpTo(indexPath: string): number | null {
  if (!existsSync(indexPath)) return null
  try {
    const database = new DatabaseSync(indexPath, { readOnly: true })
    const row = database.prepare('SELECT indexed_up_to FROM index_state').get()
    database.close()
    return row === undefined ? null : Number(row['indexed_up_to'])
  } catch {
    // It is being made.
    return null
  }
}

/** Spoils the words, and leaves what is looked at when the index is opened. */
function damage(indexPath: string): void {
  const database = new DatabaseSync(indexPath, { defensive: false })
  database.exec(`UPDATE words_data SET block = x'ffffffff'
    WHERE id > 10 AND id NOT IN (SELECT min(id) FROM words_data WHERE id > 10 GROUP BY id >> 37)`)
  database.close()
}

function damagedPages(indexPath: string): number {
  const database = new DatabaseSync(indexPath, { readOnly: true })
  const row = database.prepare(`SELECT count(*) AS n FROM words_data WHERE block = x'ffffffff'`).get()
  database.close()
  return Number(row?.['n'])
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 20 })
