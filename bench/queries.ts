/** How long does it take to ask a history of 1,000,000 rows something, at the engine's interface, against a bare read of
 * 50 rows by key? Interleaved; the 99th percentile; the ratio is what counts. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startEngine } from './support/engine.ts'
import { median, ms, percentile } from './support/figures.ts'
import { million, millionFolder, sizeOf } from './support/million.ts'

const rounds = 500

const dataDir = millionFolder()
const history = join(dataDir, 'history.sqlite')
const index = join(dataDir, 'search.sqlite')
const bytes = sizeOf(history, `${history}-wal`, index, `${index}-wal`)

const bare = new DatabaseSync(history, { readOnly: true })
const byKey = bare.prepare('SELECT * FROM notifications WHERE row_id < ? ORDER BY row_id DESC LIMIT 50')

const bench = startEngine('ws://127.0.0.1:9', dataDir)
const { handlers } = bench.engine
const search = (query: string, from: { readonly beforeRowId?: number; readonly afterRowId?: number } = {}) =>
  handlers.searchNotifications({ query, limit: 50, ...from })

type Case = { readonly name: string; readonly wanted: number | null; run(): unknown }
const cases: readonly Case[] = [
  { name: 'newest page', wanted: 3, run: () => handlers.listNotifications({ filter: {}, limit: 50 }) },
  { name: 'one word', wanted: 4, run: () => search('backup') },
  { name: 'two words', wanted: 10, run: () => search('backup failed') },
  { name: 'one word, two operators', wanted: 10, run: () => search('backup type:error code:503') },
  { name: 'one word, unread', wanted: 10, run: () => search('backup is:unread') },
  { name: 'two-letter prefix', wanted: 6, run: () => search('ba*') },
  { name: 'three-letter prefix', wanted: null, run: () => search('bac*') },
  {
    name: 'one type',
    wanted: null,
    run: () => handlers.listNotifications({ filter: { type: 'error' }, limit: 50 }),
  },
  {
    name: 'deep page upwards',
    wanted: null,
    run: () => handlers.listNotifications({ filter: {}, limit: 50, afterRowId: million / 2 }),
  },
  {
    name: 'one type, deep, upwards',
    wanted: null,
    run: () => handlers.listNotifications({ filter: { type: 'error' }, limit: 50, afterRowId: million / 2 }),
  },
  { name: 'one word, deep', wanted: null, run: () => search('backup', { beforeRowId: million / 2 }) },
  { name: 'one word, deep, upwards', wanted: null, run: () => search('backup', { afterRowId: million / 2 }) },
  { name: 'facets of one word', wanted: null, run: () => handlers.getFacets({ query: 'backup' }) },
  { name: 'phrase', wanted: null, run: () => search('"backup failed"') },
  { name: 'rare: one host', wanted: null, run: () => search('host-77') },
  { name: 'nothing found', wanted: null, run: () => search('backup nowhere') },
  { name: 'before a day', wanted: null, run: () => search(`backup before:${dayAgo(15)}`) },
  { name: 'one notification', wanted: null, run: () => handlers.getNotification({ rowId: million / 2 }) },
  {
    name: 'series, 24 hours by minute',
    wanted: null,
    run: () => handlers.getSeries({ unit: 'minute', from: Date.now() - 86_400_000, to: Date.now() }),
  },
  { name: 'statistics', wanted: null, run: () => handlers.getStatistics({}) },
]

function dayAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

async function time(run: () => unknown): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

// The thread is started by the first search; neither it nor we are to run code for the first time below.
for (let round = 0; round < 200; round++) for (const { run } of cases) await run()
const newest = () => byKey.all(million + 1)
for (let round = 0; round < 500; round++) newest()
const results: { readonly name: string; readonly wanted: number | null; floor: number[]; own: number[] }[] =
  []
for (const { name, wanted, run } of cases) {
  for (let round = 0; round < 100; round++) await run()
  const [floor, own]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    floor.push(await time(newest))
    own.push(await time(run))
  }
  results.push({ name, wanted, floor, own })
}
bench.close()
bare.close()

const floors = results.flatMap(({ floor }) => floor)
console.log(
  `bare read of 50 rows by key: ${ms(median(floors))} / ${ms(percentile(floors, 0.99))} (median / p99)`,
)
for (const { name, wanted, floor, own } of results) {
  const ratio = (share: number): string =>
    `${(percentile(own, share) / percentile(floor, share)).toFixed(1)} x`
  const goal = wanted === null ? '' : ` (wanted: ${wanted} x)`
  const times = `${ms(median(own)).padStart(9)} / ${ms(percentile(own, 0.99)).padStart(9)}`
  console.log(`${name.padEnd(28)} ${times}   p99 ${ratio(0.99)}${goal}, median ${ratio(0.5)}`)
}
console.log(`disk, all indexes included: ${(bytes / million).toFixed(0)} bytes a row (wanted: at most 340)`)
