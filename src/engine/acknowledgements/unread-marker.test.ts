import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { listRows, plainFrames, startFilled } from '../filled-engine.ts'
import { openStorage } from '../storage-under-test.ts'
import { markSlice } from './read-marker.ts'

const frames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'info', title: `T${index}`, id: `n${index}` }))

describe('marking as unread', () => {
  it('counts the row as unread again, says which changed, and skips the others', async () => {
    const app = startFilled(plainFrames(3))
    const { handlers } = app.engine
    void handlers.markAsRead({ rowIds: [1, 2] })
    expect(await handlers.markAsUnread({ rowIds: [2, 3, 99] })).toEqual({ changedCount: 1 })
    expect(app.engine.view.counts.info).toEqual({ total: 3, unread: 2 })
    expect(await app.until(({ kind }) => kind === 'notifications-unread')).toMatchObject({
      ...{ rowIds: [2], counts: { info: { unread: 2 } } },
    })
    const rows = (await listRows(app)).map(({ readAt, acknowledgement }) => [
      readAt !== null,
      acknowledgement,
    ])
    expect(rows).toEqual([
      [false, 'none'],
      [false, 'none'],
      [true, 'pending'],
    ])
    const unread = await handlers.listNotifications({ filter: { isUnread: true }, limit: 10 })
    expect(unread.rows.map(({ rowId }) => rowId)).toEqual([3, 2])
  })

  it('takes no acknowledgement back, and what becomes of it is not said of the row', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(plainFrames(1), { source: server.url })
    const { handlers } = app.engine
    void handlers.markAsRead({ rowIds: [1] })
    void handlers.markAsUnread({ rowIds: [1] })
    void handlers.connect({})
    expect((await server.hears(2)).at(-1)).toEqual({ action: 'acknowledge', id: 'n0' })
    await server.send({ type: 'system', message: 'Notification n0 marked as read' })
    const steps = async () => (await handlers.getStory({ rowId: 1 }))?.steps.map(({ step }) => step)
    while ((await steps())?.includes('acknowledgement-confirmed') !== true) await nextTurn()
    expect(app.changes.filter(({ kind }) => kind === 'acknowledgement-changed')).toEqual([])
    expect((await listRows(app))[0]).toMatchObject({ readAt: null, acknowledgement: 'none' })
  })

  it('leaves both readings in the story', async () => {
    const app = startFilled(plainFrames(1))
    const { handlers } = app.engine
    const begunAt = app.clock.now()
    void handlers.markAsRead({ rowIds: [1] })
    app.clock.advance(1_000)
    void handlers.markAsUnread({ rowIds: [1] })
    app.clock.advance(1_000)
    void handlers.markAsRead({ rowIds: [1] })
    const steps = (await handlers.getStory({ rowId: 1 }))?.steps.map(({ step, at }) => [step, at - begunAt])
    expect(steps?.slice(-3)).toEqual([
      ['read', 0],
      ['unread', 1_000],
      ['read', 2_000],
    ])
  })

  it('and reading again tells no server twice, and measures how long it took the first time', async () => {
    await using server = await startScriptedServer()
    const app = startFilled([...plainFrames(2), { type: 'info', title: 'without an id' }], {
      source: server.url,
    })
    const { handlers } = app.engine
    void handlers.connect({})
    await server.hears(1)
    const acknowledgements = () => server.heard.filter((said) => Object.hasOwn(Object(said), 'action'))
    app.clock.advance(1_000)
    void handlers.markAsRead({ rowIds: [1, 3] })
    await server.hears(2)
    await server.send({ type: 'system', message: 'Notification n0 marked as read' })
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    app.clock.advance(1_000)
    void handlers.markAsUnread({ rowIds: [1, 3] })
    app.clock.advance(60_000)
    void handlers.markAsRead({ rowIds: [1, 3] })
    await nextTurn()
    const again = app.changes.filter(({ kind }) => kind === 'notifications-read').slice(-2)
    expect(again).toMatchObject([
      { rowIds: [1], acknowledgement: 'confirmed' },
      { rowIds: [3], acknowledgement: 'local' },
    ])
    // What is told later comes later.
    void handlers.markAsRead({ rowIds: [2] })
    await server.hears(3)
    expect(acknowledgements()).toEqual([
      { action: 'acknowledge', id: 'n0' },
      { action: 'acknowledge', id: 'n1' },
    ])
    expect((await handlers.getStatistics({})).timeToRead.samples).toBe(3)
  })

  it('is of that row alone: neither its like nor a later wish for its id reads it again', () => {
    const app = openStorage()
    const { readMarker, unreadMarker, history } = app.storage
    const like = { type: 'info', title: 'T', id: 'same' }
    const [first = 0] = app.arrive(like)
    readMarker.markRows([first], 5)
    unreadMarker.markRows([first], 6)
    const [second = 0, third = 0] = app.arrive(like, like)
    expect(readMarker.markRows([second], 7).flatMap(({ rowIds }) => rowIds)).toEqual([second, third])
    expect(history.newestUnread(9).map(({ rowId }) => rowId)).toEqual([first])
    const [fourth = 0] = app.arrive(like)
    expect(readMarker.markRows([first], 8).flatMap(({ rowIds }) => rowIds)).toEqual([first])
    expect(history.newestUnread(9).map(({ rowId }) => rowId)).toEqual([fourth])
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('is refused for rows that a slice would only mark again, and changes none then', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(2 * markSlice.later))
    const [oldest = 0] = rowIds
    const newest = rowIds.at(-1) ?? 0
    app.storage.readMarker.markAll(5)
    app.storage.readMarker.slice()
    expect(() => app.storage.unreadMarker.markRows([newest, oldest], 6)).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('in a moment') }),
    )
    expect(app.storage.unreadMarker.markRows([newest], 6)).toEqual([newest])
    while (app.storage.readMarker.slice() !== null);
    expect(app.storage.history.newestUnread(9).map(({ rowId }) => rowId)).toEqual([newest])
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })
})
