/** Deleting through a whole engine, with the real search thread. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { jobEnded, listIds, listRows, plainFrames, startFilled } from '../filled-engine.ts'

describe('deleteNotifications', () => {
  it('takes rows out of list and counts at once, and undoing brings them back', async () => {
    const app = startFilled(plainFrames(4))
    const { handlers } = app.engine
    const { jobId } = await handlers.deleteNotifications({ rowIds: [2, 3, 99] })
    expect(await listIds(app)).toEqual([4, 1])
    expect(await handlers.getNotification({ rowId: 2 })).toBeNull()
    expect(app.engine.view.counts.info).toEqual({ total: 2, unread: 2 })
    expect(await app.until(({ kind }) => kind === 'notifications-deleted')).toMatchObject({
      ...{ rowIds: [2, 3], counts: { info: { total: 2 } } },
    })
    app.clock.advance(9_999)
    void handlers.undoDeletion({ jobId })
    await app.until(({ kind }) => kind === 'history-changed')
    expect(await listIds(app)).toEqual([4, 3, 2, 1])
    expect(app.engine.view.counts.info).toEqual({ total: 4, unread: 4 })
  })

  it('is for good after ten seconds', async () => {
    const app = startFilled(plainFrames(2))
    const { handlers } = app.engine
    const { jobId } = await handlers.deleteNotifications({ rowIds: [1] })
    app.clock.advance(10_000)
    expect(() => handlers.undoDeletion({ jobId })).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('too late') }),
    )
    app.engine.close()
    const again = startFilled([], { dataDir: app.dataDir, clock: app.clock })
    expect(await listIds(again)).toEqual([2])
  })

  it('of a row whose acknowledgement waits does not lose the acknowledgement', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(plainFrames(1), { source: server.url })
    void app.engine.handlers.markAsRead({ rowIds: [1] })
    void app.engine.handlers.deleteNotifications({ rowIds: [1] })
    app.engine.close()
    const again = startFilled([], { source: server.url, dataDir: app.dataDir, clock: app.clock })
    void again.engine.handlers.connect({})
    expect((await server.hears(2)).at(-1)).toEqual({ action: 'acknowledge', id: 'n0' })
  })
})

describe('clearHistory', () => {
  it('deletes all that is there but what is pinned, and can be undone', async () => {
    const app = startFilled(plainFrames(1_200))
    const { handlers } = app.engine
    void handlers.setPinned({ rowIds: [3, 900], isPinned: true })
    const { jobId } = await handlers.clearHistory({})
    expect(await jobEnded(app, jobId)).toMatchObject({ state: 'undoable', done: 1_198, total: 1_200 })
    expect(await listIds(app)).toEqual([900, 3])
    void handlers.undoDeletion({ jobId })
    await app.until((change) => change.kind === 'history-changed' && change.counts.info.total === 1_200)
    expect((await listRows(app))[0]?.rowId).toBe(1_200)
  })

  it('leaves what arrives after the wish', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(plainFrames(3_000), { source: server.url })
    const { handlers } = app.engine
    void handlers.connect({})
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
    // In the middle of a burst, so short that more is read at once than is stored at once: rows are stored between the
    // wish and its first page.
    for (let sent = 0; sent < 5_000; sent++) await server.send('{"type":"info","title":"T"}')
    await app.until((change) => change.kind === 'notifications-arrived')
    const arrived = app.changes.flatMap((change) =>
      change.kind === 'notifications-arrived' ? change.rows : [],
    )
    const newest = arrived.at(-1)?.rowId
    const { jobId } = await handlers.clearHistory({})
    const { done } = await jobEnded(app, jobId)
    await app.until(
      (change) => change.kind === 'notifications-arrived' && change.rows.at(-1)?.rowId === 8_000,
    )
    expect(done).toBe(newest)
    expect(done).toBeLessThan(8_000)
    expect(app.engine.view.counts.info.total).toBe(8_000 - done)
    const rowIds = await listIds(app)
    expect(rowIds).toEqual(rowIds.map((_, place) => 8_000 - place))
  })

  it('that is cancelled leaves the rest, and what was deleted can be undone', async () => {
    const app = startFilled(plainFrames(3_000))
    const { handlers } = app.engine
    const { jobId } = await handlers.clearHistory({})
    await app.until(({ kind }) => kind === 'notifications-deleted')
    void handlers.cancelJob({ jobId })
    const { done, state } = await jobEnded(app, jobId)
    expect(state).toBe('undoable')
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(3_000)
    expect(app.engine.view.counts.info.total).toBe(3_000 - done)
    void handlers.undoDeletion({ jobId })
    await app.until((change) => change.kind === 'history-changed' && change.counts.info.total === 3_000)
  })
})

describe('deleteFound', () => {
  it('deletes what a query finds, page by page, but what is pinned, and can be undone', async () => {
    const app = startFilled(plainFrames(1_300))
    const { handlers } = app.engine
    void handlers.setPinned({ rowIds: [1], isPinned: true })
    const { jobId } = await handlers.deleteFound({ query: 'even' })
    expect(await jobEnded(app, jobId)).toMatchObject({ state: 'undoable', done: 649, problem: null })
    expect(app.engine.view.counts.info.total).toBe(651)
    expect((await listRows(app)).every(({ title }) => title.endsWith('odd'))).toBe(true)
    void handlers.undoDeletion({ jobId })
    await app.until((change) => change.kind === 'history-changed' && change.counts.info.total === 1_300)
  })

  it('refuses a bad query with a sentence, and deletes nothing', () => {
    const app = startFilled(plainFrames(1))
    expect(() => app.engine.handlers.deleteFound({ query: 'type:nonsense' })).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('type:') }),
    )
    expect(app.engine.view.counts.info.total).toBe(1)
  })
})

describe('an undo', () => {
  it('under way at a quit goes on at the next start', async () => {
    const app = startFilled(plainFrames(2_000))
    const { jobId } = await app.engine.handlers.clearHistory({})
    await app.until((change) => change.kind === 'job-changed' && change.job.state === 'undoable')
    void app.engine.handlers.undoDeletion({ jobId })
    await nextTurn()
    app.engine.close()
    const again = startFilled([], { dataDir: app.dataDir, clock: app.clock })
    for (let turn = 0; turn < 50; turn++) await nextTurn()
    expect(again.engine.view.counts.info.total).toBe(2_000)
  })
})

describe('the number of pinned notifications', () => {
  it('is told as it changes: by pinning, deleting, undoing, and not by clearing', async () => {
    const app = startFilled(plainFrames(4))
    const { handlers } = app.engine
    const told = () =>
      app.changes.flatMap((change) => (change.kind === 'pinned-count-changed' ? [change.pinnedCount] : []))
    void handlers.setPinned({ rowIds: [2, 3, 99], isPinned: true })
    expect((await handlers.getSnapshot({})).pinnedCount).toBe(2)
    const { jobId } = await handlers.deleteNotifications({ rowIds: [1, 2] })
    void handlers.undoDeletion({ jobId })
    await app.until(({ kind }) => kind === 'history-changed')
    expect(told()).toEqual([2, 1, 2])
    const { jobId: clearing } = await handlers.clearHistory({})
    await jobEnded(app, clearing)
    void handlers.setPinned({ rowIds: [3], isPinned: false })
    expect((await handlers.getSnapshot({})).pinnedCount).toBe(1)
    expect(told()).toEqual([2, 1, 2, 1])
  })
})
