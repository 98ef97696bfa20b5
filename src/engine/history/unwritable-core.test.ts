/** The engine's own writing on a disk that refuses it: none of it may end the process, or leave something half done. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../contract/snapshot.ts'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { startUnwritable } from '../unwritable-engine.ts'
import { openDatabase } from './database.ts'

const isLive = (change: Change): boolean =>
  change.kind === 'connection-changed' && change.connection.phase === 'live'

describe('on a disk that refuses to be written', () => {
  it('a source that was never connected before is connected all the same', async () => {
    await using server = await startScriptedServer()
    const { app, refuseWrites } = startUnwritable(0, { source: server.url })
    refuseWrites()
    void app.engine.handlers.connect({})
    await app.until(isLive)
    await server.hears(1)
  })

  it('says at the end how many it could not store', async () => {
    await using server = await startScriptedServer()
    const { app, refuseWrites } = startUnwritable(0, { source: server.url })
    void app.engine.handlers.connect({})
    await app.until(isLive)
    refuseWrites()
    for (const id of ['a', 'b']) await server.send({ type: 'info', title: 'T', id })
    await app.until((change) => change.kind === 'frame-received')
    await app.until((change) => change.kind === 'storage-changed' && change.storage.waiting === 2)
    expect(app.engine.close()).toEqual({ lostCount: 2 })
  })

  it('the activity log tells of it once, however long it lasts, and of its end', async () => {
    await using server = await startScriptedServer()
    const { app, database, refuseWrites } = startUnwritable(0, { source: server.url })
    void app.engine.handlers.connect({})
    await app.until(isLive)
    refuseWrites()
    for (let count = 1; count <= 5; count++) {
      await server.send({ type: 'info', title: 'T', id: `n${count}` })
      await app.until((change) => change.kind === 'storage-changed')
      const socket = await server.connection()
      const pong = new Promise((resolve) => socket.once('pong', resolve))
      socket.ping()
      await pong
      app.clock.advance(1_000)
    }
    database.exec('PRAGMA query_only = OFF')
    app.clock.advance(1_000)
    await app.until((change) => change.kind === 'notifications-arrived')
    const { activity } = await app.engine.handlers.getSnapshot({})
    const said = activity.filter(({ kind }) => kind === 'storage').map(({ text }) => text)
    expect(said).toEqual([
      expect.stringMatching(/^Notifications cannot be stored right now/),
      'Notifications are stored again.',
    ])
  })

  it('what a toast tells of is not noted, and harms nobody', () => {
    const { app, refuseWrites } = startUnwritable(1)
    refuseWrites()
    app.engine.opened(1)
    app.desktop.outcome('n-1', 'No.')
    app.desktop.dismissed('n-1')
  })

  it('a deletion that fails in the middle leaves no job', () => {
    const { app, database } = startUnwritable(1)
    database.exec('CREATE TRIGGER full BEFORE UPDATE ON notifications BEGIN SELECT RAISE(ABORT, 1); END')
    expect(() => app.engine.handlers.deleteNotifications({ rowIds: [1] })).toThrow()
    expect(app.changes.filter(({ kind }) => kind === 'job-changed')).toEqual([])
  })

  it('a migration that has no space says so', () => {
    const sql = 'PRAGMA max_page_count = 3; CREATE TABLE t (c); INSERT INTO t VALUES (zeroblob(50000))'
    expect(() => openDatabase(join(temporaryFolder(), 'h.sqlite'), [{ version: 1, sql }])).toThrow(/full/)
  })
})
