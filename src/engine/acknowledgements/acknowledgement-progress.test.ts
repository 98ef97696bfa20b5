import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { JobView } from '../../contract/jobs.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { type ScriptedServer, startScriptedServer } from '../../testing/scripted-server.ts'
import type { EngineUnderTest } from '../engine-under-test.ts'
import { plainFrames, startFilled } from '../filled-engine.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createAcknowledgementProgress } from './acknowledgement-progress.ts'
import { senderLimits } from './sender.ts'

function setUp() {
  const clock = createManualClock()
  const told: JobView[] = []
  const jobs = createJobs(
    clock,
    () => english,
    (view) => told.push(view),
  )
  let waiting = 0
  const progress = createAcknowledgementProgress({ clock, jobs, waitingCount: () => waiting })
  return {
    ...{ clock, told, progress },
    wait(count: number) {
      waiting = count
      progress.changed()
      clock.advance(500)
    },
  }
}

const confirmationOf = (id: string): string =>
  JSON.stringify({ type: 'system', message: `Notification ${id} marked as read` })

describe('the progress of acknowledgements', () => {
  it('makes no job of as few as are under way at once', () => {
    const { told, wait } = setUp()
    for (const count of [1, senderLimits.inFlight, 3, 0]) wait(count)
    expect(told).toEqual([])
  })

  it('is a job for more, which ends when none is left, whether confirmed or given up', () => {
    const { told, wait } = setUp()
    for (const count of [51, 40, 10, 0]) wait(count)
    const seen = told.map(({ state, done, total }) => [state, done, total])
    expect(seen).toEqual([
      ['running', 0, 51],
      ['running', 11, 51],
      ['running', 41, 51],
      ['running', 51, 51],
      ['done', 51, 51],
    ])
    wait(60)
    expect(told.at(-1)).toMatchObject({ jobId: 2, state: 'running', total: 60 })
  })

  it('takes more in as it comes, and never goes below nothing', () => {
    const { told, wait } = setUp()
    for (const count of [100, 300, 250]) wait(count)
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [0, 100],
      [0, 300],
      [50, 300],
    ])
  })

  it('is looked at a while after a change, once for many, and not at all once disposed', () => {
    const { clock, progress, told, wait } = setUp()
    wait(60)
    for (let changes = 0; changes < 10; changes++) progress.changed()
    expect(clock.timerCount).toBe(1)
    progress[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
    clock.advance(500)
    expect(told).toHaveLength(1)
  })
})

/** Connects, and lets the server confirm each of the first so many that it hears. */
async function connectAndAnswer(
  server: ScriptedServer,
  { engine, until, clock }: EngineUnderTest,
  limit: number,
) {
  const from = server.heard.length
  void engine.handlers.connect({})
  await until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
  const socket = await server.connection()
  const asked: string[] = []
  const confirmed: string[] = []
  let most = 0

  function hear({ id }: { id?: string }): void {
    if (id === undefined) return
    asked.push(id)
    most = Math.max(most, asked.length - confirmed.length)
    if (confirmed.length >= limit) return
    confirmed.push(id)
    socket.send(JSON.stringify({ type: 'system', message: `Notification ${id} marked as read` }))
    // Time passes, so that progress is told.
    if (asked.length % 1_000 === 0) clock.advance(500)
  }
  // What our own engine sends; some of it came before we listen.
  for (const said of server.heard.slice(from)) hear(said as { id?: string })
  socket.on('message', (data: Buffer) => hear(JSON.parse(data.toString()) as { id?: string }))
  return { asked, confirmed, most: () => most }
}

/** Resolves once so many rows were announced as confirmed. */
function confirmed({ engine }: EngineUnderTest, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let seen = 0
  engine.subscribe((event) => {
    for (const change of event.name === 'stateChanged' ? event.data.changes : []) {
      if (change.kind !== 'acknowledgement-changed' || change.acknowledgement !== 'confirmed') continue
      seen += change.rowIds.length
      if (seen >= count) resolve()
    }
  })
  return promise
}

const markJobs = ({ changes }: EngineUnderTest): JobView[] =>
  changes.flatMap((change) =>
    change.kind === 'job-changed' && change.job.kind === 'mark-as-read' ? [change.job] : [],
  )

describe('marking 10,000 as read', () => {
  const count = 10_000

  it('is sent at most 50 at a time, shows its progress, and goes on after a quit in the middle', async () => {
    await using server = await startScriptedServer()
    const first = startFilled(plainFrames(count), { source: server.url })
    const before = await connectAndAnswer(server, first, 4_000)
    const someConfirmed = confirmed(first, 4_000)
    expect(await first.engine.handlers.markAllAsRead({})).toEqual({ markedCount: count })
    await someConfirmed
    expect(markJobs(first).at(-1)).toMatchObject({ kind: 'mark-as-read', state: 'running' })
    // The first thousand was confirmed before anybody looked.
    expect(markJobs(first).at(-1)?.total).toBeGreaterThan(count - 2_000)
    const progress = markJobs(first).map(({ done }) => done)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    first.engine.close()

    const second = startFilled([], { source: server.url, dataDir: first.dataDir, clock: first.clock })
    const restConfirmed = confirmed(second, count - 4_000)
    const after = await connectAndAnswer(server, second, count)
    await restConfirmed
    second.clock.advance(500)
    await second.until((change) => change.kind === 'job-changed' && change.job.state === 'done')
    expect(markJobs(second).length).toBeGreaterThan(3)
    expect(before.most()).toBeLessThanOrEqual(senderLimits.inFlight)
    const asked = new Set([...before.asked, ...after.asked])
    expect(asked.size).toBe(count)
    // Of those that were confirmed none is asked for again.
    expect(before.confirmed.filter((id) => after.asked.includes(id))).toEqual([])
  })
})

describe('the job of acknowledgements', () => {
  it('is not done while some are neither confirmed nor given up', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(plainFrames(60), { source: server.url })
    void app.engine.handlers.connect({})
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
    void app.engine.handlers.markAllAsRead({})
    await app.until((change) => change.kind === 'acknowledgement-changed')
    app.clock.advance(500)
    await server.hears(51)
    const socket = await server.connection()
    for (const said of server.heard.slice(1, 21)) socket.send(confirmationOf((said as { id: string }).id))
    await server.hears(61)
    socket.ping()
    await once(socket, 'pong')
    socket.terminate()
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'waiting')
    app.clock.advance(500)
    await nextTurn()
    const states = app.changes.flatMap((change) => (change.kind === 'job-changed' ? [change.job.state] : []))
    expect(new Set(states)).toEqual(new Set(['running']))
  })
})

describe('acknowledgements that wait for another source', () => {
  it('make no job: nothing would come of it before that source is back', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(plainFrames(60))
    await app.engine.handlers.changeSettings({ source: server.url })
    void app.engine.handlers.connect({})
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
    void app.engine.handlers.markAllAsRead({})
    for (let turn = 0; turn < 20; turn++) await nextTurn()
    app.clock.advance(500)
    expect((await app.engine.handlers.getSnapshot({})).jobs).toEqual([])
  })
})
