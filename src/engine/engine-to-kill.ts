/**
 * A program for one test: runs an engine until it is killed, and reports on standard output, at once and in order, one
 * line an event: `a` announced, `r` marked as read, `d` deleted, each with its row ids, and `u` everything read up to a
 * row. Told by one JSON argument what to do; ends by itself should nobody kill it.
 */
import { writeSync } from 'node:fs'
import { systemClock } from '../clock/system-clock.ts'
import type { Change } from '../contract/snapshot.ts'
import { createEngine } from './create-engine.ts'
import { noDesktop } from './no-desktop.ts'

/** What a person does meanwhile, beside marking some of what arrives as read. */
export type Wish = 'mark-all' | 'delete' | 'prune'

export type KillPlan = {
  readonly source: string
  readonly dataDir: string
  readonly seed: number
  readonly wishes: readonly Wish[]
  /** The wishes are made once this many rows were announced. */
  readonly wishAfterRows: number
  /** Kills itself, as if from outside, in the moment of such an announcement; null for never. */
  readonly die: Moment | null
  /** In milliseconds: a test that has gone away leaves nothing behind. */
  readonly endAfterMs: number
}

/** `read` and `deleted`: counted since the wishes. */
export type Moment = { readonly when: 'announced' | 'read' | 'deleted'; readonly rows: number }

const plan = JSON.parse(process.argv[2] ?? '') as KillPlan // the test that starts it passes one
const settings: Record<string, unknown> = { source: plan.source, clientId: 'alice' }
setTimeout(() => process.exit(3), plan.endAfterMs)

/** A small generator with a seed (mulberry32), so that a round can be run again. */
let state = plan.seed
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
}

const engine = createEngine({
  clock: systemClock,
  random,
  dataDir: plan.dataDir,
  settingsStore: { get: (name) => settings[name], set: (change) => void Object.assign(settings, change) },
  ...noDesktop,
  backgroundFile: new URL('./background/worker.ts', import.meta.url),
  secrets: { has: () => false, get: () => Promise.resolve(null), set: () => Promise.resolve(null) },
  chooseFile: { forExport: () => Promise.resolve(null), forImport: () => Promise.resolve(null) },
  embeddedServer: () => Promise.reject(new Error('There is no built-in server here.')),
  sourceOverride: null,
  notices: [],
})
const { handlers } = engine

const seen = { announced: 0, read: 0, deleted: 0 }
let hasWished = false

engine.subscribe((event) => {
  if (event.name === 'stateChanged') for (const change of event.data.changes) tell(change)
})

function tell(change: Change): void {
  if (change.kind === 'notifications-arrived') arrived(change.rows.map(({ rowId }) => rowId))
  if (change.kind === 'all-read') report('u', [change.upToRowId])
  if (change.kind === 'notifications-read') happened('read', 'r', change.rowIds)
  if (change.kind === 'notifications-deleted') happened('deleted', 'd', change.rowIds)
}

function arrived(rowIds: readonly number[]): void {
  happened('announced', 'a', rowIds)
  const some = rowIds.filter(() => random() < 0.2)
  // Later, as a person would: the kill may come in between, and in the middle of it.
  if (some.length > 0) setImmediate(() => void handlers.markAsRead({ rowIds: some }))
  if (hasWished || seen.announced < plan.wishAfterRows) return
  hasWished = true
  Object.assign(seen, { read: 0, deleted: 0 })
  setImmediate(() => {
    for (const wish of plan.wishes) wishes[wish](rowIds)
  })
}

const wishes: Readonly<Record<Wish, (rowIds: readonly number[]) => void>> = {
  'mark-all': () => void handlers.markAllAsRead({}),
  delete: (rowIds) => void handlers.deleteNotifications({ rowIds: [...rowIds, 1, 2, 3] }),
  prune: () => void handlers.changeSettings({ retentionCount: 500 }),
}

function happened(when: Moment['when'], what: 'a' | 'r' | 'd', rowIds: readonly number[]): void {
  report(what, rowIds)
  seen[when] += rowIds.length
  const { die } = plan
  const isWaiting = when !== 'announced' && !hasWished
  if (die?.when === when && !isWaiting && seen[when] >= die.rows) process.kill(process.pid, 'SIGKILL')
}

/** Written before anything else is done: what a pipe has taken outlives the kill. */
function report(what: 'a' | 'r' | 'd' | 'u', rowIds: readonly number[]): void {
  const line = Buffer.from(`${what} ${rowIds.join(' ')}\n`)
  for (let written = 0; written < line.length; ) written += writeSync(1, line, written)
}

void handlers.connect({})
