/**
 * An engine in a process of its own is killed in the middle of a burst; what it announced must be on disk, and whole.
 * Twenty times; `TOCSIN_KILL_ROUNDS` asks for more or fewer, `TOCSIN_KILL_SEED` for another set of moments.
 */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { NotificationRow } from '../contract/notification-row.ts'
import { type NotificationType, notificationTypes } from '../protocol/notification-type.ts'
import { type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type EngineUnderTest, startEngine } from './engine-under-test.ts'
import { historyFileName } from './history/open-history.ts'
import {
  type Aftermath,
  burst,
  confirmationOf,
  frames,
  idOf,
  playRound,
  type Report,
  roundMs,
  words,
} from './killed-engine.ts'

const rounds = Number(process.env['TOCSIN_KILL_ROUNDS'] ?? 20)

/** A look at a file of the data folder, beside whoever has it open. */
function ask(dataDir: string, sql: string, file: string = historyFileName): Record<string, unknown>[] {
  using database = new DatabaseSync(join(dataDir, file), { readOnly: true })
  return database.prepare(sql).all()
}
const number = (dataDir: string, sql: string): number => Number(Object.values(ask(dataDir, sql)[0] ?? {})[0])

function checkFile(dataDir: string): void {
  using database = new DatabaseSync(join(dataDir, historyFileName))
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
}

/** What was left to do is done by slices, one a turn: fewer turns than there are rows. */
async function workDone(dataDir: string): Promise<void> {
  const left = 'SELECT (SELECT count(*) FROM read_jobs) + (SELECT count(*) FROM deletions)'
  for (let turn = 0; turn < burst && number(dataDir, left) > 0; turn++) await nextTurn()
  expect(number(dataDir, left)).toBe(0)
}

async function allRows({ engine }: EngineUnderTest): Promise<NotificationRow[]> {
  const rows: NotificationRow[] = []
  for (let hasOlder = true; hasOlder; ) {
    const beforeRowId = rows.at(-1)?.rowId
    const from = beforeRowId === undefined ? {} : { beforeRowId }
    const page = await engine.handlers.listNotifications({ filter: {}, ...from, limit: 500 })
    rows.push(...page.rows)
    hasOlder = page.hasOlder
  }
  return rows.reverse()
}

const byType = <Value>(read: (type: NotificationType) => Value) =>
  Object.fromEntries(notificationTypes.map((type) => [type, read(type)]))

function checkCounts(app: EngineUnderTest, rows: readonly NotificationRow[]): void {
  const recounted = byType((type) => {
    const ofType = rows.filter((row) => row.type === type)
    return { total: ofType.length, unread: ofType.filter(({ readAt }) => readAt === null).length }
  })
  expect(app.engine.view.counts).toEqual(recounted)
}

/** Deleting does not change what came: row ids tell how many there were, and the frames of what type. */
function checkVolume({ dataDir }: EngineUnderTest, isWhole: boolean): void {
  const came = frames.slice(0, number(dataDir, 'SELECT next_row_id - 1 FROM row_ids'))
  const types = came.map((frame) => (JSON.parse(frame) as { type: string }).type)
  const expected = byType((type) => types.filter((each) => each === type).length)
  for (const [unit, ms] of [
    ['minute', 60_000] as const,
    ['hour', 3_600_000] as const,
    ['day', 86_400_000] as const,
  ]) {
    const sums = notificationTypes.map((type) => `coalesce(sum(${type}), 0) AS ${type}`).join(', ')
    expect(ask(dataDir, `SELECT ${sums} FROM volume_by_${unit}`)).toEqual([expected])
    if (!isWhole) continue
    const counted = notificationTypes.map((type, code) => `sum(type = ${code}) AS ${type}`).join(', ')
    const columns = `bucket, ${notificationTypes.join(', ')}`
    expect(ask(dataDir, `SELECT ${columns} FROM volume_by_${unit} ORDER BY bucket`)).toEqual(
      ask(
        dataDir,
        `SELECT received_at / ${ms} AS bucket, ${counted} FROM notifications GROUP BY 1 ORDER BY 1`,
      ),
    )
  }
}

/** What is stored is what was sent, in order: each row whole, none in the place of another. */
async function checkFrames({ engine }: EngineUnderTest, rows: readonly NotificationRow[]): Promise<void> {
  const wrong: unknown[] = []
  for (const row of rows) {
    const detail = await engine.handlers.getNotification({ rowId: row.rowId })
    const sent = frames[row.rowId - 1] ?? ''
    if (detail?.frame !== sent || (JSON.parse(sent) as { type: string }).type !== row.type) wrong.push(row)
  }
  expect(wrong).toEqual([])
}

const outstanding = new Set(['pending', 'sent', 'unconfirmed'])

function checkRows(rows: readonly NotificationRow[], aftermath: Aftermath): void {
  const { announced, read, deleted, readUpTo, confirmed } = aftermath
  const stored = new Map(rows.map((row) => [row.rowId, row]))
  const gone = new Set(deleted)
  expect(announced.filter((rowId) => !stored.has(rowId) && !gone.has(rowId))).toEqual([])
  expect(deleted.filter((rowId) => stored.has(rowId))).toEqual([])
  expect(read.filter((rowId) => stored.has(rowId) && stored.get(rowId)?.readAt === null)).toEqual([])
  expect(rows.filter(({ rowId, readAt }) => rowId <= readUpTo && readAt === null)).toEqual([])
  const astray = rows.filter(({ readAt, acknowledgement, wireId }) => {
    if (readAt === null) return acknowledgement !== 'none'
    return (
      !outstanding.has(acknowledgement) && !(acknowledgement === 'confirmed' && confirmed.has(wireId ?? ''))
    )
  })
  expect(astray).toEqual([])
}

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

async function find({ engine }: EngineUnderTest, query: string): Promise<number[]> {
  const rowIds: number[] = []
  for (let hasOlder = true; hasOlder; ) {
    const last = rowIds.at(-1)
    const from = last === undefined ? {} : { beforeRowId: last }
    const page = await engine.handlers.searchNotifications({ query, ...from, limit: 500 })
    if (page.kind !== 'found') throw new Error(`${query} finds nothing: ${page.kind}`)
    rowIds.push(...page.rows.map(({ row }) => row.rowId))
    hasOlder = page.hasOlder
  }
  return rowIds
}

/** By the index alone: searching before it has caught up would read the rows themselves. */
async function checkSearch(app: EngineUnderTest, rows: readonly NotificationRow[]): Promise<void> {
  const { dataDir } = app
  await find(app, 'group0')
  const newest = rows.at(-1)?.rowId ?? 0
  await eventually(() => {
    const state = ask(dataDir, 'SELECT indexed_up_to FROM index_state', 'search.sqlite')
    expect(Number(state[0]?.['indexed_up_to'])).toBeGreaterThanOrEqual(newest)
    expect(ask(dataDir, 'SELECT row_id FROM removed_rows LIMIT 1')).toEqual([])
  })
  const found: number[] = []
  for (let group = 0; group < words; group++) found.push(...(await find(app, `group${group}`)))
  expect(found.sort((a, b) => a - b)).toEqual(rows.map(({ rowId }) => rowId))
  // Nothing is left in it of what is gone.
  expect(ask(dataDir, 'SELECT count(*) AS number FROM words', 'search.sqlite')).toEqual([
    { number: rows.length },
  ])
}

async function connect({ engine, until }: EngineUnderTest): Promise<void> {
  void engine.handlers.connect({})
  await until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
}

async function checkNextRow(
  server: ScriptedServer,
  app: EngineUnderTest,
  { announced }: Report,
): Promise<void> {
  const next = number(app.dataDir, 'SELECT next_row_id FROM row_ids')
  expect(next).toBeGreaterThan(Math.max(0, ...announced))
  await connect(app)
  await server.send({ type: 'info', title: 'After the kill', id: 'after' })
  const arrived = await app.until((change) => change.kind === 'notifications-arrived')
  expect(arrived).toMatchObject({ rows: [{ rowId: next }] })
}

describe('an engine that is killed', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'keeps what it announced, whole and counted, and ends what it had begun (round %i)',
    { timeout: 2 * roundMs },
    async (round) => {
      const dataDir = temporaryFolder()
      await using server = await startScriptedServer()
      const aftermath = await playRound(server, dataDir, round)
      checkFile(dataDir)
      const app = startEngine({ source: server.url, dataDir })
      await workDone(dataDir)
      const rows = await allRows(app)
      checkRows(rows, aftermath)
      checkCounts(app, rows)
      checkVolume(app, aftermath.deleted.length === 0)
      await checkFrames(app, rows)
      await checkSearch(app, rows)
      await checkNextRow(server, app, aftermath)
    },
  )

  it('sends what it had not sent, and asks again for what was not confirmed, once it is back', async () => {
    const dataDir = temporaryFolder()
    await using server = await startScriptedServer()
    const { readUpTo } = await playRound(server, dataDir, 1)
    const before = server.heard.length
    const app = startEngine({ source: server.url, dataDir })
    const left = () => number(dataDir, 'SELECT count(*) FROM acknowledgements WHERE state <> 2')
    expect(left()).toBeGreaterThan(0)
    await connect(app)
    const socket = await server.connection()
    const isDone = Promise.withResolvers<void>()
    app.engine.subscribe(() => left() === 0 && isDone.resolve())
    socket.on('message', (data: Buffer) => socket.send(confirmationOf(idOf(data) ?? '')))
    // Those that were heard before we listened.
    for (const said of server.heard.slice(before))
      socket.send(confirmationOf((said as { id?: string }).id ?? ''))
    await isDone.promise
    const rows = await allRows(app)
    expect(rows.filter(({ rowId }) => rowId <= readUpTo).length).toBe(readUpTo)
    expect(
      rows.filter(({ readAt }) => readAt !== null).every((row) => row.acknowledgement === 'confirmed'),
    ).toBe(true)
  })
})
