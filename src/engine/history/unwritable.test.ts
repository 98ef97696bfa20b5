import { describe, expect, it } from 'vitest'
import type { CommandInput, CommandName } from '../../contract/commands.ts'
import { createDispatch } from '../../contract/dispatch.ts'
import type { Change } from '../../contract/snapshot.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { refuseInWords } from '../commands/refuse-in-words.ts'
import { memorySettings } from '../engine-under-test.ts'
import { listRows } from '../filled-engine.ts'
import { startUnwritable } from '../unwritable-engine.ts'

function start(count: number, setup: Parameters<typeof startUnwritable>[1] = {}) {
  const engine = startUnwritable(count, setup)
  const faults: unknown[] = []
  const dispatch = createDispatch(engine.app.engine.handlers, (fault) => faults.push(fault), String)
  return {
    ...{ ...engine, faults },
    ask: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => dispatch(name, input),
  }
}

const isLive = (change: Change): boolean =>
  change.kind === 'connection-changed' && change.connection.phase === 'live'
const saysProblem = (change: Change): boolean =>
  change.kind === 'storage-changed' && change.storage.problem !== null
const info = (id: string) => ({ type: 'info', title: 'T', message: 'M', id })

describe('on a disk that cannot be written', () => {
  it.each([
    ['markAsRead', { rowIds: [1] }],
    ['markAllAsRead', {}],
    ['setPinned', { rowIds: [1], isPinned: true }],
    ['deleteNotifications', { rowIds: [1] }],
    ['deleteFound', { query: 'odd' }],
    ['clearHistory', {}],
    ['noteOpened', { rowId: 1 }],
  ] as const)('%s is refused in a sentence with what to do, and changes nothing', async (name, input) => {
    const { app, ask, faults, refuseWrites } = start(2)
    const before = await listRows(app)
    refuseWrites()
    expect(await ask(name, input)).toEqual({
      ok: false,
      error: {
        code: 'unavailable',
        message: `That cannot be done right now because the files in ${app.dataDir} can only be read. Allow writing to that folder, to the files in it, and to the disk that holds them.`,
      },
    })
    expect(faults).toEqual([])
    expect(await listRows(app)).toEqual(before)
    expect((await app.engine.handlers.getSnapshot({})).jobs).toEqual([])
  })

  it('what fails only later is refused as well, and what is no fault of the disk fails as before', async () => {
    const { app } = start(0)
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 })
    const other = new Error('something else')
    const handlers = refuseInWords(
      {
        ...app.engine.handlers,
        getStatistics: () => Promise.reject(full),
        getSnapshot: () => Promise.reject(other),
      },
      '/data',
      () => english,
    )
    await expect(handlers.getStatistics({})).rejects.toMatchObject({
      ...{ code: 'unavailable', message: expect.stringContaining('disk that holds /data') },
    })
    await expect(handlers.getSnapshot({})).rejects.toBe(other)
  })

  it('reading and searching go on', async () => {
    const { ask, refuseWrites } = start(2)
    refuseWrites()
    expect(await ask('listNotifications', { filter: {}, limit: 5 })).toMatchObject({
      ...{ ok: true, output: { rows: [{ rowId: 2 }, { rowId: 1 }] } },
    })
    expect(await ask('searchNotifications', { query: 'type:info', limit: 5 })).toMatchObject({ ok: true })
    expect(await ask('getStory', { rowId: 1 })).toMatchObject({ ok: true })
  })

  it('settings that cannot be saved are refused as well', async () => {
    const settings = memorySettings({ source: 'ws://127.0.0.1:9', clientId: 'alice' })
    const { ask } = start(0, { settings })
    Object.assign(settings, {
      set: () => {
        throw new Error('ENOSPC: no space left on device')
      },
    })
    expect(await ask('changeSettings', { theme: 'dark' })).toMatchObject({
      ...{
        ok: false,
        error: { code: 'unavailable', message: expect.stringContaining('could not be saved') },
      },
    })
  })

  it('what arrives waits, is said to, and has its toast and its row only once it is stored', async () => {
    await using server = await startScriptedServer()
    const { app, ask, refuseWrites, allowWrites } = start(1, { source: server.url })
    void app.engine.handlers.connect({})
    await app.until(isLive)
    refuseWrites()
    await server.send(info('late'))
    await app.until(saysProblem)
    expect(await ask('getSnapshot', {})).toMatchObject({
      output: {
        storage: { waiting: 1, problem: expect.stringContaining(app.dataDir) },
        newest: [{ rowId: 1 }],
        counts: { info: { total: 1 } },
      },
    })
    expect(app.shown).toEqual([])
    allowWrites()
    app.clock.advance(1_000)
    await app.until((change) => change.kind === 'notifications-arrived')
    expect(app.shown).toMatchObject([{ rowIds: [2] }])
    expect(app.engine.view.counts.info.total).toBe(2)
    expect(await ask('getSnapshot', {})).toMatchObject({ output: { storage: { problem: null, waiting: 0 } } })
  })

  it('the connection comes back after a break, and the engine ends cleanly', async () => {
    await using server = await startScriptedServer()
    const { app, refuseWrites } = start(1, { source: server.url })
    void app.engine.handlers.connect({})
    await app.until(isLive)
    refuseWrites()
    const socket = await server.connection()
    socket.terminate()
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'waiting')
    app.clock.advance(2_000)
    await app.until(() => app.changes.filter(isLive).length === 2)
    app.clock.advance(60_000)
    app.engine.close()
    expect(app.clock.timerCount).toBe(0)
  })
})
