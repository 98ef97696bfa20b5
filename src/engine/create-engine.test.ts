/** The engine against a real server and a real file: the whole way of a notification, without any window. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { Change } from '../contract/snapshot.ts'
import { type ScriptedServer, startScriptedServer } from '../testing/scripted-server.ts'
import { secondChance } from './acknowledgements/sender.ts'
import { type EngineUnderTest, memorySettings, startEngine } from './engine-under-test.ts'
import { openDatabase } from './history/database.ts'
import { historyFileName } from './history/open-history.ts'

const info = (id: string, title = 'Build') => ({
  type: 'info',
  title,
  message: 'M',
  id,
  read: false,
  priority: 'low',
})
const confirmationOf = (id: string) => ({
  type: 'system',
  message: `Notification ${id} marked as read`,
  timestamp: 'T',
})
const isLive = (change: Change) => change.kind === 'connection-changed' && change.connection.phase === 'live'

async function startConnected(
  server: ScriptedServer,
  setup: Partial<Parameters<typeof startEngine>[0]> = {},
) {
  const app = startEngine({ source: server.url, ...setup })
  void app.engine.handlers.connect({})
  await app.until(isLive)
  return app
}

/** Sends notifications and resolves with their rows once they are announced. */
async function deliver(
  server: ScriptedServer,
  app: EngineUnderTest,
  ...frames: object[]
): Promise<NotificationRow[]> {
  const before = rowsOf(app).length
  for (const frame of frames) await server.send(frame)
  await app.until(() => rowsOf(app).length >= before + frames.length)
  return rowsOf(app).slice(before)
}

/** Lets what is under way between both ends arrive. */
const pongs = async (server: ScriptedServer) => {
  const socket = await server.connection()
  socket.ping()
  await once(socket, 'pong')
}

const rowsOf = (app: EngineUnderTest) =>
  app.changes.flatMap((change) => (change.kind === 'notifications-arrived' ? change.rows : []))

const list = async (app: EngineUnderTest) =>
  (await app.engine.handlers.listNotifications({ filter: {}, limit: 100 })).rows

describe('a notification', () => {
  it('goes from the server to disk, toast and window, and its acknowledgement back', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    expect(server.paths).toEqual(['/ws/notify/alice'])
    expect(await server.hears(1)).toEqual([{ frequency: 5 }])

    const [row] = await deliver(server, app, info('notif_1234'))
    expect(row).toMatchObject({
      rowId: 1,
      type: 'info',
      title: 'Build',
      readAt: null,
      acknowledgement: 'none',
    })
    expect(app.shown).toEqual([
      {
        source: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        ...{ toastId: 'n-1', rowIds: [1], type: 'info', title: 'Build', body: 'M' },
        ...{ isSilent: true, actions: ['open', 'mark-as-read'] },
      },
    ])
    expect(app.engine.view.counts.info).toEqual({ total: 1, unread: 1 })

    expect(await app.engine.handlers.markAsRead({ rowIds: [1] })).toEqual({ markedCount: 1 })
    expect(app.engine.view.counts.info).toEqual({ total: 1, unread: 0 })
    expect(app.withdrawn).toEqual(['n-1'])
    expect((await server.hears(2)).at(-1)).toEqual({ action: 'acknowledge', id: 'notif_1234' })
    expect((await list(app))[0]?.acknowledgement).toBe('sent')

    await server.send(confirmationOf('notif_1234'))
    const confirmed = await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    expect(confirmed).toMatchObject({ rowIds: [1] })
    expect((await list(app))[0]?.acknowledgement).toBe('confirmed')
  })

  it('is on disk before it is announced', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    let stored: unknown = null
    app.engine.subscribe((event) => {
      if (event.name !== 'stateChanged' || event.data.changes[0]?.kind !== 'notifications-arrived') return
      stored = app.engine.handlers.getNotification({ rowId: 1 })
    })
    const frame = { ...info('a'), extra: { kept: true } }
    await deliver(server, app, frame)
    expect(stored).toMatchObject({ rowId: 1, frame: JSON.stringify(frame) })
  })

  it('with an id seen before is another row, and one acknowledgement covers both (fact 1)', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, info('x', 'first'), info('x', 'second'), info('y'))
    expect(await app.engine.handlers.markAsRead({ rowIds: [2] })).toEqual({ markedCount: 2 })
    expect((await server.hears(2)).slice(1)).toEqual([{ action: 'acknowledge', id: 'x' }])
    await server.send(confirmationOf('x'))
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    expect((await list(app)).map((row) => [row.wireId, row.acknowledgement])).toEqual([
      ['y', 'none'],
      ['x', 'confirmed'],
      ['x', 'confirmed'],
    ])
    const [later] = await deliver(server, app, info('x', 'third'))
    expect(later?.acknowledgement).toBe('none')
  })

  it('without an id is read here only', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, { type: 'error', title: 'T' }, info('a'))
    await app.engine.handlers.markAllAsRead({})
    expect((await server.hears(2)).slice(1)).toEqual([{ action: 'acknowledge', id: 'a' }])
    expect((await list(app)).map((row) => row.acknowledgement)).toEqual(['sent', 'local'])
    expect(app.engine.view.counts).toMatchObject({
      error: { total: 1, unread: 0 },
      info: { total: 1, unread: 0 },
    })
  })

  it('keeps an id that SQLite cannot hold apart from others', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, info('nul\u0000one'), info('nul\u0000two'), info('nul'))
    await app.engine.handlers.markAsRead({ rowIds: [1] })
    expect((await list(app)).map((row) => row.readAt !== null)).toEqual([false, false, true])
  })
})

describe('frames that are no notification', () => {
  it('are logged with the reason, and the next one is taken as ever (facts 6 and 7)', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    for (const frame of ['', 'hello', '[1]', '{"type":"ping"}', new Uint8Array([1, 2])])
      await server.send(frame)
    await deliver(server, app, info('a'))
    const rejected = (await app.engine.handlers.getSnapshot({})).activity.filter(
      (entry) => entry.kind === 'rejected',
    )
    expect(rejected.map((entry) => entry.text)).toEqual([
      'A frame was not understood: empty.',
      'A frame was not understood: not JSON.',
      'A frame was not understood: not an object.',
      'A frame was not understood: no known message.',
      'A frame was not understood: binary.',
    ])
    expect(rejected[1]?.detail).toBe('hello')
  })

  it('past 1 MiB end the connection with 1009, which is said and opened again', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    const socket = await server.connection()
    const closed = new Promise((resolve) => socket.on('close', resolve))
    await server.send({ ...info('a'), message: 'x'.repeat(1024 * 1024) })
    const waiting = await app.until(
      (change) => change.kind === 'connection-changed' && change.connection.phase === 'waiting',
    )
    expect(waiting).toMatchObject({ connection: { reason: expect.stringContaining('larger than 1 MiB') } })
    expect(await closed).toBe(1009)
    app.clock.advance(2_000)
    await server.connection()
    await deliver(server, app, info('b'))
  })
})

describe('over time', () => {
  it('history, read marks and counts outlive a restart, and a pending acknowledgement is sent after it', async () => {
    await using server = await startScriptedServer()
    const settings = memorySettings({ source: server.url, clientId: 'alice' })
    const first = await startConnected(server, { settings })
    await deliver(server, first, info('a'), info('b'))
    void first.engine.handlers.disconnect({})
    await first.engine.handlers.markAsRead({ rowIds: [1] })
    first.engine.close()

    const second = await startConnected(server, { settings, dataDir: first.dataDir })
    expect(second.engine.view.counts.info).toEqual({ total: 2, unread: 1 })
    expect((await server.hears(3)).slice(1)).toEqual([{ frequency: 5 }, { action: 'acknowledge', id: 'a' }])
    const [newer] = await deliver(server, second, info('c'))
    expect(newer?.rowId).toBe(3)
  })

  it('asks again for a confirmation that never comes, then says so, and tries at the next connection', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, info('a'))
    await app.engine.handlers.markAsRead({ rowIds: [1] })
    await server.hears(2)
    app.clock.advance(10_000)
    await server.hears(3)
    app.clock.advance(10_000)
    // Any frame is a sign of life: without it the heartbeat would end this connection meanwhile.
    await deliver(server, app, info('b'))
    expect((await server.hears(4)).slice(1)).toEqual(Array(3).fill({ action: 'acknowledge', id: 'a' }))
    app.clock.advance(10_000)
    expect((await list(app))[1]).toMatchObject({ acknowledgement: 'unconfirmed', readAt: expect.any(Number) })

    void app.engine.handlers.disconnect({})
    void app.engine.handlers.connect({})
    expect((await server.hears(6)).slice(4)).toEqual([{ frequency: 5 }, { action: 'acknowledge', id: 'a' }])
    await app.until(() => app.changes.filter(isLive).length === 2)
    await deliver(server, app, info('c'))
    app.clock.advance(10_000)
    expect((await list(app)).at(-1)?.acknowledgement).toBe('unconfirmed')
    expect(server.heard).toHaveLength(6)
  })

  it('has no more than 50 acknowledgements under way', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, ...Array.from({ length: 120 }, (_, index) => info(`n${index}`)))
    await app.engine.handlers.markAllAsRead({})
    expect(await server.hears(51)).toHaveLength(51)
    expect(server.heard.at(1)).toEqual({ action: 'acknowledge', id: 'n119' })
    for (let index = 70; index < 120; index++) await server.send(confirmationOf(`n${index}`))
    await server.hears(101)
    expect(server.heard.at(-1)).toEqual({ action: 'acknowledge', id: 'n20' })
  })

  it('does not let those that no server confirms stand in the way of a new one', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, ...Array.from({ length: 120 }, (_, index) => info(`n${index}`)))
    await app.engine.handlers.markAllAsRead({})
    await server.hears(51)
    const notFound = (id: string) => ({
      type: 'system',
      message: `Notification ${id} not found`,
      timestamp: 'T',
    })
    for (let index = 0; index < 120; index++) await server.send(notFound(`n${119 - index}`))
    await server.hears(121)
    const isUnconfirmed = (change: Change) =>
      change.kind === 'acknowledgement-changed' &&
      change.acknowledgement === 'unconfirmed' &&
      change.rowIds.includes(1)
    await app.until(isUnconfirmed)

    void app.engine.handlers.disconnect({})
    void app.engine.handlers.connect({})
    await server.hears(127)
    await app.until(() => app.changes.filter(isLive).length === 2)
    const [fresh] = await deliver(server, app, info('fresh'))
    await app.engine.handlers.markAsRead({ rowIds: [fresh?.rowId ?? 0] })
    const after = (await server.hears(128)).slice(121)
    expect(after[0]).toEqual({ frequency: 5 })
    expect(after).toHaveLength(1 + secondChance.inFlight + 1)
    expect(after.at(-1)).toEqual({ action: 'acknowledge', id: 'fresh' })
  })

  it('goes on when the outbox cannot be written, and says so', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, info('a'))
    void app.engine.handlers.disconnect({})
    await app.engine.handlers.markAsRead({ rowIds: [1] })
    using locker = openDatabase(join(app.dataDir, historyFileName))
    locker.exec('DROP INDEX outstanding_acknowledgements; DROP INDEX pending_acknowledgements')
    locker.exec('ALTER TABLE acknowledgements RENAME TO elsewhere')
    void app.engine.handlers.connect({})
    const said = (change: Change) =>
      change.kind === 'activity-logged' && /^Acknowledgements wait/.test(change.entries[0]?.text ?? '')
    expect(await app.until(said)).toMatchObject({ entries: [{ kind: 'storage', severity: 'error' }] })
  })

  it('comes back by itself when the server went away', async () => {
    const server = await startScriptedServer()
    const app = await startConnected(server)
    await server[Symbol.asyncDispose]()
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'waiting')
    await using again = await startScriptedServer(server.port)
    app.clock.advance(2_000)
    await again.connection()
    await deliver(again, app, info('a'))
  })
})

describe('silence', () => {
  const silentView = (change: Change) =>
    change.kind === 'connection-changed' &&
    change.connection.phase === 'live' &&
    change.connection.silentSince !== null

  it('of a connected server is said, and its end as well', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    const openedAt = app.clock.now()
    // Pongs come from the server all the while: it is alive, and says nothing.
    for (let seconds = 0; seconds <= 60; seconds += 5) {
      app.clock.advance(5_000)
      await pongs(server)
    }
    expect(await app.until(silentView)).toMatchObject({ connection: { silentSince: openedAt } })
    await deliver(server, app, info('a'))
    expect(app.engine.view.connection).toMatchObject({ phase: 'live', silentSince: null })
  })

  it("is not death: a server's own pings are signs of life", async () => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, autoPong: false })
    onTestFinished(() => {
      for (const socket of server.clients) socket.terminate()
      server.close()
    })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // a TCP server has an address of this form
    const app = startEngine({ source: `ws://127.0.0.1:${port}` })
    const opened = once(server, 'connection')
    void app.engine.handlers.connect({})
    const [socket] = (await opened) as [WebSocket] // what `ws` tells of a connection
    await app.until(isLive)
    for (let seconds = 0; seconds < 40; seconds += 5) {
      app.clock.advance(5_000)
      const answered = once(socket, 'pong')
      socket.ping()
      await answered
    }
    expect(app.engine.view.connection.phase).toBe('live')
  })

  it('after a sleep is not waited for: the socket is probed, and given up in 3 s', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    const socket = await server.connection()
    socket.pause()
    app.clock.jump(3_600_000)
    app.clock.advance(5_000)
    app.clock.advance(3_000)
    expect(app.engine.view.connection).toMatchObject({
      phase: 'waiting',
      reason: 'The server no longer answers.',
    })
    app.engine.woke()
    expect(app.engine.view.connection.phase).toBe('connecting')
  })
})

describe('a server that does not let us in', () => {
  it('is named with its HTTP status, and left alone as long as it asks', async () => {
    const http = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void http.close())
    await once(http, 'listening')
    http.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 429 Too Many Requests\r\nRetry-After: 90\r\nConnection: close\r\n\r\n')
    })
    const { port } = http.address() as AddressInfo // a TCP server has an address of this form
    const app = startEngine({ source: `ws://127.0.0.1:${port}` })
    void app.engine.handlers.connect({})
    const waiting = await app.until(
      (change) => change.kind === 'connection-changed' && change.connection.phase === 'waiting',
    )
    expect(waiting).toMatchObject({
      connection: {
        reason: 'The server asks us to come less often (HTTP 429).',
        retryAt: app.clock.now() + 99_000,
      },
    })
  })
})

describe('settings', () => {
  it('a changed frequency reaches the server on the open socket', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await app.engine.handlers.changeSettings({ frequencySeconds: 2.5 })
    expect(await server.hears(2)).toEqual([{ frequency: 5 }, { frequency: 2.5 }])
    await server.send({ type: 'system', message: 'Frequency set to 2.5 seconds' })
    await app.until((change) => change.kind === 'activity-logged' && change.entries[0]?.kind === 'system')
    app.clock.advance(2_000)
    expect(server.paths).toHaveLength(1)
  })

  it('a server that does not answer gets it in the window of a new connection', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await app.engine.handlers.changeSettings({ frequencySeconds: 10 })
    await server.hears(2)
    app.clock.advance(2_000)
    expect((await server.hears(3)).at(-1)).toEqual({ frequency: 10 })
    expect(server.paths).toHaveLength(2)
  })

  it('an address that is none is refused, and nothing changes', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    expect(() => app.engine.handlers.changeSettings({ source: 'http://nowhere', theme: 'dark' })).toThrow(
      /must start with ws/,
    )
    expect(app.engine.view.settings).toMatchObject({ source: server.url, theme: 'system' })
  })

  it('choosing another source is shown while disconnected too, and waits for the wish to connect', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    void app.engine.handlers.disconnect({})
    await app.engine.handlers.changeSettings({ source: 'ws://other.example/feed' })
    await app.until(
      (change) => change.kind === 'connection-changed' && change.source.url === 'ws://other.example/feed',
    )
    expect(app.engine.view).toMatchObject({
      connection: { phase: 'disconnected' },
      source: { isEmbedded: false },
    })
  })

  it('a built-in server that cannot start just now is tried again, and a slow one is not waited for', async () => {
    await using server = await startScriptedServer()
    const started = Promise.withResolvers<string>()
    const starts = [() => Promise.reject(new Error('The port is taken.')), () => started.promise]
    const app = startEngine({ source: '', embeddedServer: () => starts.shift()?.() ?? started.promise })
    void app.engine.handlers.connect({})
    const isWaiting = (change: Change) =>
      change.kind === 'connection-changed' && change.connection.phase === 'waiting'
    expect(await app.until(isWaiting)).toMatchObject({ connection: { reason: 'The port is taken.' } })
    app.clock.advance(2_000)
    await app.engine.handlers.changeSettings({ source: server.url })
    await app.until(isLive)
    started.resolve('ws://127.0.0.1:9')
    await deliver(server, app, info('a'))
    expect(app.engine.view.source).toEqual({
      hasAccessToken: false,
      isEmbedded: false,
      isOverride: false,
      publishUrl: null,
      url: `${server.url}/ws/notify/alice`,
    })
  })

  it('the built-in server can be chosen while the command line names another', async () => {
    await using server = await startScriptedServer()
    await using builtIn = await startScriptedServer()
    const settings = memorySettings({ clientId: "Ana's (1)" })
    const app = startEngine({
      ...{ source: '', settings, sourceOverride: server.url },
      embeddedServer: () => Promise.resolve(builtIn.url),
    })
    void app.engine.handlers.connect({})
    await server.hears(1)
    expect(app.engine.view.source.publishUrl).toBeNull()
    await app.engine.handlers.changeSettings({ source: '' })
    expect(await builtIn.hears(1)).toEqual([{ frequency: 5 }])
    const publishUrl = `${builtIn.url.replace('ws:', 'http:')}/notify/Ana%27s%20%281%29`
    expect(app.engine.view.source).toMatchObject({ isEmbedded: true, publishUrl })
  })

  it('toasts can be switched off, and the notification is stored all the same', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await app.engine.handlers.changeSettings({ toasts: false })
    await deliver(server, app, info('a'))
    expect(app.shown).toEqual([])
    expect(app.engine.view.counts.info.total).toBe(1)
  })
})

describe('the snapshot', () => {
  it('and the changes after it are numbered without a gap', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    const snapshot = await app.engine.handlers.getSnapshot({})
    await deliver(server, app, info('a'))
    await app.engine.handlers.markAllAsRead({})
    await app.until((change) => change.kind === 'all-read')
    const later = await app.engine.handlers.getSnapshot({})
    const revisions = app.events.flatMap((event) =>
      event.name === 'stateChanged' ? [event.data.revision] : [],
    )
    expect(revisions).toEqual(revisions.map((_, index) => index + 1))
    expect(snapshot.revision).toBeLessThan(later.revision)
    expect(later.newest).toMatchObject([{ rowId: 1, readAt: expect.any(Number) }])
  })

  it('leaves no timer behind once the engine is closed', async () => {
    await using server = await startScriptedServer()
    const app = await startConnected(server)
    await deliver(server, app, info('a'))
    await app.engine.handlers.markAsRead({ rowIds: [1] })
    app.engine.close()
    expect(app.clock.timerCount).toBe(0)
  })
})
