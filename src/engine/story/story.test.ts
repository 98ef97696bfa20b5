import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { type ScriptedServer, startScriptedServer } from '../../testing/scripted-server.ts'
import { type EngineUnderTest, memorySettings, startEngine } from '../engine-under-test.ts'
import { plainFrames, startFilled } from '../filled-engine.ts'
import { arrivalOf, openStorage } from '../storage-under-test.ts'

const frame = { type: 'info', title: 'Build', message: 'M', id: 'a' }
const confirmation = { type: 'system', message: 'Notification a marked as read', timestamp: 'T' }

const steps = async ({ engine }: EngineUnderTest, rowId = 1) =>
  ((await engine.handlers.getStory({ rowId }))?.steps ?? []).map(({ step, at, reason }) => [step, at, reason])

/** An engine that is connected and has received `frame` as row 1, and the time since then. */
async function startWithOne(server: ScriptedServer, settings = {}) {
  const app = startEngine({
    source: server.url,
    settings: memorySettings({ source: server.url, clientId: 'alice', ...settings }),
  })
  void app.engine.handlers.connect({})
  await server.send(frame)
  await app.until((change) => change.kind === 'notifications-arrived')
  const begunAt = app.clock.now()
  return { ...app, begunAt }
}

async function pongs(server: ScriptedServer): Promise<void> {
  const socket = await server.connection()
  socket.ping()
  await once(socket, 'pong')
}

const isAcknowledged = (app: EngineUnderTest, state: string) =>
  app.until((change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === state)

describe('the story of a notification', () => {
  it('tells every step in order, with its time, from received to confirmed', async () => {
    await using server = await startScriptedServer()
    const app = await startWithOne(server)
    const { engine, clock, begunAt } = app
    clock.advance(1_000)
    engine.opened(1)
    clock.advance(1_000)
    // Looked at again: it was opened once.
    void engine.handlers.noteOpened({ rowId: 1 })
    void engine.handlers.markAsRead({ rowIds: [1] })
    clock.advance(1_000)
    await server.send(confirmation)
    await isAcknowledged(app, 'confirmed')
    expect(await steps(app)).toEqual([
      ['received', begunAt, null],
      ['stored', begunAt, null],
      ['toast-shown', begunAt, null],
      ['opened', begunAt + 1_000, null],
      ['read', begunAt + 2_000, null],
      ['acknowledgement-sent', begunAt + 2_000, null],
      ['acknowledgement-confirmed', begunAt + 3_000, null],
    ])
  })

  it('says that the server never confirmed, and what will be done about it', async () => {
    await using server = await startScriptedServer()
    const app = await startWithOne(server)
    void app.engine.handlers.markAsRead({ rowIds: [1] })
    for (let tries = 1; tries <= 3; tries++) {
      // Heard from between two tries: otherwise the connection is taken for dead.
      await server.hears(1 + tries)
      await pongs(server)
      app.clock.advance(10_000)
    }
    await isAcknowledged(app, 'unconfirmed')
    expect((await steps(app)).slice(-2)).toEqual([
      ['acknowledgement-sent', app.begunAt, null],
      ['acknowledgement-unconfirmed', app.begunAt, expect.stringMatching(/did not confirm.*next connection/)],
    ])
  })

  it('says why it was silent: toasts were switched off, then and not now', async () => {
    await using server = await startScriptedServer()
    const app = await startWithOne(server, { toasts: false })
    void app.engine.handlers.changeSettings({ toasts: true })
    expect((await steps(app)).at(-1)).toEqual([
      'toast-silent',
      app.begunAt,
      'Toasts are switched off in the settings.',
    ])
    expect(app.shown).toEqual([])
  })

  it.each(['thrown', 'told'])('says why a toast failed, where the desktop has it %s', async (how) => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: server.url, outcome: 'none' })
    // A host that shows no toasts: noting one throws.
    if (how === 'thrown') Object.freeze(app.shown)
    void app.engine.handlers.connect({})
    await server.send(frame)
    await app.until((change) => change.kind === 'notifications-arrived')
    app.clock.advance(500)
    if (how === 'told') app.desktop.outcome('n-1', 'The desktop refused it.')
    const failed = (await steps(app)).filter(([step]) => step === 'toast-failed')
    expect(failed).toEqual([
      how === 'thrown'
        ? ['toast-failed', app.clock.now() - 500, expect.stringContaining('not extensible')]
        : ['toast-failed', app.clock.now(), 'The desktop refused it.'],
    ])
  })

  it('says that the desktop never answered, after ten seconds', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: server.url, outcome: 'none' })
    void app.engine.handlers.connect({})
    await server.send(frame)
    await app.until((change) => change.kind === 'notifications-arrived')
    app.clock.advance(9_999)
    expect((await steps(app)).map(([step]) => step)).not.toContain('toast-unanswered')
    app.clock.advance(1)
    expect((await steps(app)).map(([step]) => step)).toContain('toast-unanswered')
    app.desktop.outcome('n-1', 'Much too late.')
    expect((await steps(app)).map(([step]) => step)).not.toContain('toast-failed')
  })

  it('claims no toast where the host had nowhere to show it, and says why', async () => {
    await using server = await startScriptedServer()
    const app = startEngine({ source: server.url, outcome: 'No page of Tocsin was open to show it.' })
    void app.engine.handlers.connect({})
    await server.send(frame)
    await app.until((change) => change.kind === 'notifications-arrived')
    expect((await steps(app)).map(([step, , reason]) => [step, reason])).toEqual([
      ['received', null],
      ['stored', null],
      ['toast-failed', 'No page of Tocsin was open to show it.'],
    ])
  })

  it('tells when it was stored at last, where the disk kept it waiting', () => {
    const { storage, clock } = openStorage()
    storage.ingest.add(arrivalOf(frame, clock.now()))
    clock.advance(1_500)
    storage.ingest.flush()
    const told = storage.storyBook.read(english, 1)?.steps.map(({ step, at }) => [step, clock.now() - at])
    expect(told).toEqual([
      ['received', 1_500],
      ['stored', 0],
      ['toast-shown', 0],
    ])
  })
})

describe('a row that is not there', () => {
  it('has no story, and nothing is noted of it', async () => {
    const app = startFilled([frame])
    void app.engine.handlers.noteOpened({ rowId: 7 })
    app.desktop.outcome('n-7', 'The desktop refused it.')
    app.desktop.dismissed('n-7')
    expect(await app.engine.handlers.getStory({ rowId: 7 })).toBeNull()
    void app.engine.handlers.deleteNotifications({ rowIds: [1] })
    expect(await app.engine.handlers.getStory({ rowId: 1 })).toBeNull()
    app.engine.close()
    const { storage } = openStorage(app.dataDir, app.clock)
    expect(storage.database.prepare('SELECT * FROM story_events').all()).toEqual([])
  })

  it('takes its story with it when it goes', () => {
    const { storage, arrive } = openStorage()
    const [rowId = 0] = arrive(frame)
    storage.storyBook.noteOpened(rowId, 5)
    const deletionId = storage.deletions.start(6)
    storage.deletions.hide(deletionId, [rowId], false)
    storage.deletions.removeSlice(deletionId)
    expect(storage.database.prepare('SELECT * FROM story_events').all()).toEqual([])
  })
})

describe('the story of a row that is being marked with all others', () => {
  it('says that it was read', async () => {
    const app = startFilled(plainFrames(2_000))
    void app.engine.handlers.markAllAsRead({})
    const story = await app.engine.handlers.getStory({ rowId: 1 })
    expect(story?.steps.map(({ step }) => step)).toContain('read')
  })
})
