/** The app's engine and our own server, with everything between them breaking: each notification once, in order. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { KillPlan } from '../engine/engine-to-kill.ts'
import { type EngineUnderTest, startEngine } from '../engine/engine-under-test.ts'
import { storeLimits } from '../server/limits.ts'
import { type NotificationServer, startNotificationServer } from '../server/notification-server.ts'
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts'
import { publish } from '../server/testing/http-client.ts'
import { startTestServer } from '../server/testing/test-server.ts'
import { startFaultProxy } from '../testing/fault-proxy.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const workerFile = new URL('../server/store/sqlite/worker.ts', import.meta.url)

/** A small generator with a seed (mulberry32): a run can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) % below
  }
}

/** On the same file and the same port, each time. */
async function startLastingServer() {
  const clock = createManualClock()
  const path = `${temporaryFolder()}/server.sqlite`
  const start = async (port: number): Promise<NotificationServer> =>
    startNotificationServer({
      ...{ bind: '127.0.0.1', port, demo: false, clock, random: () => 0.5 },
      store: await openSqliteStore({ file: { path, workerFile }, limits: storeLimits, clock }),
    })
  let server = await start(0)
  const { port, url } = server
  onTestFinished(() => server.close())
  return {
    ...{ port, url },
    async restart() {
      await server.close()
      server = await start(port)
    },
  }
}

async function rowsOf({ engine }: EngineUnderTest): Promise<NotificationRow[]> {
  return [...(await engine.handlers.listNotifications({ filter: {}, limit: 500 })).rows].reverse()
}

async function turnsUntil(isDone: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 20_000 && !(await isDone()); turn++) await nextTurn()
  expect(await isDone()).toBe(true)
}

async function messagesOf({ engine }: EngineUnderTest): Promise<string[]> {
  const messages: string[] = []
  for (let beforeRowId: number | undefined; ; ) {
    const from = beforeRowId === undefined ? {} : { beforeRowId }
    const { rows, hasOlder } = await engine.handlers.listNotifications({ filter: {}, ...from, limit: 500 })
    messages.push(...rows.map(({ message }) => message))
    beforeRowId = rows.at(-1)?.rowId
    if (!hasOlder) return messages.reverse()
  }
}

/** It kills itself, as if from outside, once it has announced so many. */
function startEngineToKill({
  rows,
  ...plan
}: {
  source: string
  dataDir: string
  seed: number
  rows: number
}) {
  const program = fileURLToPath(new URL('../engine/engine-to-kill.ts', import.meta.url))
  const never = Number.MAX_SAFE_INTEGER
  const full: KillPlan = {
    ...{ ...plan, wishes: [], wishAfterRows: never, endAfterMs: 20_000 },
    die: { when: 'announced', rows },
  }
  const child = spawn(process.execPath, [program, JSON.stringify(full)], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const isLive = ({ engine }: EngineUnderTest): boolean => engine.view.connection.phase === 'live'

describe('over connections that are cut, and a server that is started again on its file', () => {
  it('each notification is in the history once, in order', { timeout: 60_000 }, async () => {
    const below = seeded(2)
    const server = await startLastingServer()
    const proxy = await startFaultProxy(server.port, createManualClock())
    onTestFinished(() => proxy[Symbol.asyncDispose]())
    const app = startEngine({ source: proxy.url })
    void app.engine.handlers.connect({})
    const faults = [
      () => proxy.cut(),
      () => proxy.end(),
      () => proxy.truncate(below(400)),
      () => server.restart(),
    ]
    const published: string[] = []
    for (let index = 0; index < 120; index++) {
      const message = `n${index}`
      await publish(server.url, below(3) === 0 ? '/notify' : '/notify/alice', message)
      published.push(message)
      if (below(8) === 0) await faults[below(faults.length)]?.()
      // Nobody waits for as long as a server that is started again asks.
      if (below(3) === 0) void app.engine.handlers.retryNow({})
    }
    await proxy.heal()
    await turnsUntil(async () => {
      void app.engine.handlers.retryNow({})
      return (await rowsOf(app)).length >= published.length
    })
    expect((await rowsOf(app)).map(({ message }) => message)).toEqual(published)
    expect(app.engine.view.counts.info.total).toBe(published.length)
    expect(proxy.acceptedCount).toBeGreaterThan(5)
  })
})

describe('an engine that is killed again and again', () => {
  it('has each notification in its history once, in order', { timeout: 60_000 }, async () => {
    const below = seeded(3)
    await using running = await startTestServer({ demo: false })
    const dataDir = temporaryFolder()
    // What is sent to everyone does not wait for who was never heard of.
    const published = ['first']
    await publish(running.url, '/notify/alice', 'first')
    async function publishNext(): Promise<void> {
      const message = `n${published.length}`
      await publish(running.url, below(3) === 0 ? '/notify' : '/notify/alice', message)
      published.push(message)
    }
    for (let round = 0; round < 3; round++) {
      const rows = 1 + below(30)
      const child = startEngineToKill({ source: running.url, dataDir, rows, seed: round })
      let hasEnded = false
      const ended = once(child, 'exit').then(() => {
        hasEnded = true
      })
      // Some were missed, and come first; the rest comes while it lives.
      for (let count = 0; count < 10; count++) await publishNext()
      const connected = vi.waitFor(() => expect(running.server.clientCount).toBe(1), {
        ...{ timeout: 20_000, interval: 20 },
      })
      await Promise.race([connected, ended])
      for (let count = 0; !hasEnded && count < 100; count++) await publishNext()
      await ended
      expect(child.signalCode).toBe('SIGKILL')
    }
    const app = startEngine({ source: running.url, dataDir })
    void app.engine.handlers.connect({})
    await turnsUntil(() => app.engine.view.counts.info.total >= published.length)
    expect(await messagesOf(app)).toEqual(published)
  })
})

describe('an acknowledgement of one computer', () => {
  async function startTwo() {
    const running = await startTestServer({ demo: false })
    onTestFinished(() => running[Symbol.asyncDispose]())
    const start = (dataDir?: string): EngineUnderTest => {
      const app = startEngine({ source: running.url, ...(dataDir === undefined ? {} : { dataDir }) })
      void app.engine.handlers.connect({})
      return app
    }
    const [here, there] = [start(), start()]
    await turnsUntil(() => isLive(here) && isLive(there))
    return { url: running.url, here, there, start }
  }

  const hasRows = (app: EngineUnderTest, count: number): Promise<void> =>
    turnsUntil(async () => (await rowsOf(app)).length === count)

  it('reaches the other: it is read there, its toast is gone, and nothing is sent again', async () => {
    const { url, here, there } = await startTwo()
    await publish(url, '/notify/alice', 'one')
    await publish(url, '/notify', 'two')
    await hasRows(here, 2)
    await hasRows(there, 2)
    void here.engine.handlers.markAsRead({ rowIds: [1, 2] })
    await turnsUntil(async () => (await rowsOf(there)).every(({ readAt }) => readAt !== null))
    expect((await rowsOf(there)).map(({ acknowledgement }) => acknowledgement)).toEqual([
      ...['confirmed', 'confirmed'],
    ])
    expect(there.engine.view.counts.info).toEqual({ total: 2, unread: 0 })
    expect(there.withdrawn.toSorted()).toEqual(['n-1', 'n-2'])
    // How long somebody took elsewhere says nothing about here.
    const { timeToRead } = await there.engine.handlers.getStatistics({})
    expect(timeToRead.samples).toBe(0)
    await turnsUntil(async () =>
      (await rowsOf(here)).every(({ acknowledgement }) => acknowledgement === 'confirmed'),
    )
  })

  it('is told with what was missed: it is read from the start, and shows no toast', async () => {
    const { url, here, there, start } = await startTwo()
    there.engine.close()
    await publish(url, '/notify/alice', 'one')
    await publish(url, '/notify/alice', 'two')
    await hasRows(here, 2)
    void here.engine.handlers.markAsRead({ rowIds: [1] })
    await turnsUntil(async () => (await rowsOf(here))[0]?.acknowledgement === 'confirmed')
    const back = start(there.dataDir)
    await hasRows(back, 2)
    await turnsUntil(async () => (await rowsOf(back))[0]?.acknowledgement === 'confirmed')
    expect((await rowsOf(back)).map(({ message, readAt }) => [message, readAt !== null])).toEqual([
      ['one', true],
      ['two', false],
    ])
    expect(back.shown.map(({ body }) => body)).toEqual(['two'])
    const story = await back.engine.handlers.getStory({ rowId: 1 })
    expect(story?.steps).toContainEqual(
      expect.objectContaining({ step: 'toast-silent', reason: 'It was acknowledged elsewhere already.' }),
    )
  })
})
