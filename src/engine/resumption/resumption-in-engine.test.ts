/** What the engine and a server that is told what to say make of resumption. The real server: src/host/resumption.test.ts. */
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { type EngineUnderTest, memorySettings, startEngine } from '../engine-under-test.ts'
import { listRows } from '../filled-engine.ts'
import { startUnwritable } from '../unwritable-engine.ts'

/** Answers as our server does to a client whose cursor it knows: it begins where the client was. */
function startResuming(epoch = 'e1') {
  return startScriptedServer(0, ({ headers }) => {
    const asked = String(headers['tocsin-resume'])
    return [`Tocsin-Resume: ${asked.startsWith(`epoch=${epoch},`) ? asked : `epoch=${epoch}, own=0, all=0`}`]
  })
}

const frame = (sequence: number, stream = 'own') => ({
  ...{ type: 'info', title: `${stream} ${sequence}`, id: `id-${stream}-${sequence}` },
  tocsin: { stream, sequence },
})

const titles = async (app: EngineUnderTest) => (await listRows(app)).map(({ title }) => title).toReversed()

async function hasRows(app: EngineUnderTest, count: number): Promise<void> {
  for (let turn = 0; turn < 10_000 && (await listRows(app)).length < count; turn++) await nextTurn()
  expect(await listRows(app)).toHaveLength(count)
}

const isLive = ({ engine, until }: EngineUnderTest): Promise<unknown> =>
  until(() => engine.view.connection.phase === 'live')

const logged = async ({ engine }: EngineUnderTest): Promise<string[]> =>
  (await engine.handlers.getSnapshot({ newestCount: 0 })).activity.map(({ text }) => text)

describe('a server that resumes', () => {
  it('is told how far the history goes, also by a later run, and never gives anything twice', async () => {
    await using server = await startResuming()
    const first = startEngine({ source: server.url })
    void first.engine.handlers.connect({})
    for (const sequence of [1, 2]) await server.send(frame(sequence))
    await server.send(frame(1, 'all'))
    await hasRows(first, 3)
    expect(await logged(first)).toContain(`Connected to ${server.url}/ws/notify/alice.`)
    first.engine.close()
    const later = startEngine({ source: server.url, dataDir: first.dataDir })
    void later.engine.handlers.connect({})
    await isLive(later)
    for (const sequence of [1, 2, 3]) await server.send(frame(sequence))
    await hasRows(later, 4)
    expect(server.headers.map((headers) => headers['tocsin-resume'])).toEqual([
      'new',
      'epoch=e1, own=2, all=1',
    ])
    expect(await titles(later)).toEqual(['own 1', 'own 2', 'all 1', 'own 3'])
    expect(later.engine.view.counts.info.total).toBe(4)
    expect(await logged(later)).toContain(
      `Connected to ${server.url}/ws/notify/alice, and on from where it was.`,
    )
  })

  it('keeps each frame as it came', async () => {
    await using server = await startResuming()
    const app = startEngine({ source: server.url })
    void app.engine.handlers.connect({})
    await server.send(frame(1))
    await hasRows(app, 1)
    const detail = await app.engine.handlers.getNotification({ rowId: 1 })
    expect(detail?.frame).toBe(JSON.stringify(frame(1)))
  })

  it('that leaves something out is left, in so many words, and asked for it', async () => {
    await using server = await startResuming()
    const clock = createManualClock()
    const app = startEngine({ source: server.url, clock })
    void app.engine.handlers.connect({})
    for (const sequence of [1, 3, 4]) await server.send(frame(sequence))
    await app.until(() => app.engine.view.connection.phase === 'waiting')
    expect(app.engine.view.connection).toMatchObject({
      reason: 'Something is missing from what the server sent: it is asked for it again.',
    })
    expect(await logged(app)).toContainEqual(expect.stringMatching(/missing.*Trying again in/))
    clock.advance(2_000)
    await isLive(app)
    for (const sequence of [2, 3, 4]) await server.send(frame(sequence))
    await hasRows(app, 4)
    expect(await titles(app)).toEqual(['own 1', 'own 2', 'own 3', 'own 4'])
    expect(server.headers.at(-1)?.['tocsin-resume']).toBe('epoch=e1, own=1, all=0')
  })

  it('passes what has expired, and nothing else', async () => {
    await using server = await startResuming()
    const app = startEngine({ source: server.url })
    void app.engine.handlers.connect({})
    const gap = { type: 'system', message: '3 notifications expired', timestamp: 'T' }
    await server.send({ ...gap, tocsin: { stream: 'all', from: 1, through: 3 } })
    await server.send(frame(4, 'all'))
    await server.send(frame(1))
    await hasRows(app, 2)
    expect(app.engine.view.connection.phase).toBe('live')
    expect(await logged(app)).toContain('3 notifications expired')
  })

  it('of a new life gives all that it has, and its cursor counts from then on', async () => {
    await using server = await startResuming()
    const first = startEngine({ source: server.url })
    void first.engine.handlers.connect({})
    await server.send(frame(1))
    await hasRows(first, 1)
    first.engine.close()
    const { port } = server
    await server[Symbol.asyncDispose]()
    await using anew = await startScriptedServer(port, () => ['Tocsin-Resume: epoch=e2, own=4, all=0'])
    const later = startEngine({ source: server.url, dataDir: first.dataDir })
    void later.engine.handlers.connect({})
    await anew.send(frame(5))
    await hasRows(later, 2)
    later.engine.close()
    const last = startEngine({ source: server.url, dataDir: first.dataDir })
    void last.engine.handlers.connect({})
    await isLive(last)
    expect(anew.headers.map((headers) => headers['tocsin-resume'])).toEqual([
      'epoch=e1, own=1, all=0',
      'epoch=e2, own=5, all=0',
    ])
  })

  it('gives again what the disk refused, and the cursor waits for the disk', async () => {
    await using server = await startResuming()
    const { app, refuseWrites, allowWrites } = startUnwritable(0, { source: server.url })
    void app.engine.handlers.connect({})
    await server.send(frame(1))
    await hasRows(app, 1)
    refuseWrites()
    await server.send(frame(2))
    await app.until((change) => change.kind === 'storage-changed' && change.storage.waiting === 1)
    ;(await server.connection()).terminate()
    await app.until(() => app.engine.view.connection.phase === 'waiting')
    void app.engine.handlers.retryNow({})
    await isLive(app)
    for (const sequence of [2, 3]) await server.send(frame(sequence))
    const socket = await server.connection()
    socket.ping()
    await once(socket, 'pong')
    expect(server.headers.at(-1)?.['tocsin-resume']).toBe('epoch=e1, own=1, all=0')
    allowWrites()
    app.clock.advance(1_000)
    await hasRows(app, 3)
    expect(await titles(app)).toEqual(['own 1', 'own 2', 'own 3'])
  })

  it('makes no loss of what the disk refused to the last', async () => {
    await using server = await startResuming()
    const { app, refuseWrites } = startUnwritable(0, { source: server.url })
    void app.engine.handlers.connect({})
    await server.send(frame(1))
    await hasRows(app, 1)
    refuseWrites()
    await server.send(frame(2))
    await server.send({ type: 'info', title: 'of no stream' })
    await app.until((change) => change.kind === 'storage-changed' && change.storage.waiting === 2)
    expect(app.engine.close()).toEqual({ lostCount: 1 })
  })
})

describe('a server that does not know of it', () => {
  it('notices one header, and nothing else', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: server.url })
    void app.engine.handlers.connect({})
    expect(await server.hears(1)).toEqual([{ frequency: 5 }])
    expect(Object.keys(server.headers[0] ?? {}).sort()).toEqual([
      ...['connection', 'host', 'sec-websocket-key', 'sec-websocket-version', 'tocsin-resume', 'upgrade'],
    ])
    expect(server.headers[0]?.['tocsin-resume']).toBe('new')
  })

  it('is believed nothing that looks like it', async () => {
    await using server = await startScriptedServer(0, () => ['Tocsin-Resume: new'])
    const app = startEngine({ source: server.url })
    void app.engine.handlers.connect({})
    for (const sequence of [1, 1, 7]) await server.send(frame(sequence))
    await hasRows(app, 3)
    await server.send({ type: 'system', message: 'Notification id-own-7 marked as read', timestamp: 'T' })
    await server.send(frame(9))
    await hasRows(app, 4)
    expect((await listRows(app)).filter(({ readAt }) => readAt !== null)).toEqual([])
    app.engine.close()
    const later = startEngine({ source: server.url, dataDir: app.dataDir })
    void later.engine.handlers.connect({})
    await isLive(later)
    expect(server.headers.at(-1)?.['tocsin-resume']).toBe('new')
  })
})

describe('the built-in server', () => {
  it('is told of each client id how far it was', async () => {
    await using server = await startResuming()
    const settings = memorySettings({ source: '', clientId: 'alice' })
    const app = startEngine({ source: '', settings, embeddedServer: () => Promise.resolve(server.url) })
    void app.engine.handlers.connect({})
    await server.send(frame(1))
    await hasRows(app, 1)
    for (const clientId of ['bob', 'alice']) {
      void app.engine.handlers.changeSettings({ clientId })
      await app.until(() => server.headers.length === (clientId === 'bob' ? 2 : 3))
      await isLive(app)
    }
    expect(server.headers.map((headers) => headers['tocsin-resume'])).toEqual([
      ...['new', 'new', 'epoch=e1, own=1, all=0'],
    ])
  })
})
