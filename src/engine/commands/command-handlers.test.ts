/** Commands through a whole engine: pinning, and what settings do to the history. */

import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { startScriptedServer } from '../../testing/scripted-server.ts'
import { listIds, listRows, plainFrames, startFilled } from '../filled-engine.ts'

const dayMs = 86_400_000

describe('setPinned', () => {
  it('pins and unpins rows, says how many changed, and announces those', async () => {
    const app = startFilled(plainFrames(3))
    const { handlers } = app.engine
    app.clock.advance(500)
    const pinnedAt = app.clock.now()
    expect(await handlers.setPinned({ rowIds: [1, 2, 99], isPinned: true })).toEqual({ changedCount: 2 })
    expect((await listRows(app)).map((row) => row.pinnedAt)).toEqual([null, pinnedAt, pinnedAt])
    app.clock.advance(500)
    // Those that are pinned already keep their time, and nobody is told.
    expect(await handlers.setPinned({ rowIds: [1], isPinned: true })).toEqual({ changedCount: 0 })
    expect(await handlers.setPinned({ rowIds: [2, 3], isPinned: false })).toEqual({ changedCount: 1 })
    expect((await listRows(app)).map((row) => row.pinnedAt)).toEqual([null, null, pinnedAt])
    expect(app.changes.filter(({ kind }) => kind === 'pins-changed')).toEqual([
      { kind: 'pins-changed', rowIds: [1, 2], pinnedAt },
      { kind: 'pins-changed', rowIds: [2], pinnedAt: null },
    ])
  })
})

describe('keeping fewer, by a change of the settings', () => {
  it('deletes the oldest at once, in slices, and leaves pinned rows', async () => {
    const app = startFilled(plainFrames(700))
    void app.engine.handlers.setPinned({ rowIds: [5], isPinned: true })
    void app.engine.handlers.changeSettings({ retentionCount: 100 })
    await app.until((change) => 'counts' in change && change.counts.info.total === 100)
    const deleted = app.changes.flatMap((change) =>
      change.kind === 'notifications-deleted' ? [change.rowIds.length] : [],
    )
    expect(deleted).toEqual([200, 200, 200])
    expect(await listIds(app)).toEqual([...Array.from({ length: 99 }, (_, index) => 700 - index), 5])
    expect(app.engine.view.counts.info).toEqual({ total: 100, unread: 100 })
  })

  it('by age deletes what is older', async () => {
    const app = startFilled(plainFrames(3))
    void app.engine.handlers.setPinned({ rowIds: [2], isPinned: true })
    app.clock.jump(2 * dayMs)
    void app.engine.handlers.changeSettings({ retentionDays: 3 })
    app.clock.jump(2 * dayMs)
    void app.engine.handlers.changeSettings({ retentionDays: 2 })
    await app.until((change) => 'counts' in change && change.counts.info.total === 1)
    expect(await listIds(app)).toEqual([2])
  })

  it('is done without any change a minute after the start: rows get old by themselves', async () => {
    const app = startFilled(plainFrames(3))
    app.clock.jump(91 * dayMs)
    app.clock.advance(60_000)
    await app.until((change) => change.kind === 'notifications-deleted')
    expect(await listIds(app)).toEqual([])
  })
})

describe('marking one of many with the same id', () => {
  it('announces as confirmed what a slice adds to an acknowledgement that was confirmed meanwhile', async () => {
    await using server = await startScriptedServer()
    const app = startFilled(
      Array.from({ length: 3_000 }, (_, index) => ({
        type: 'info',
        title: `T${index}`,
        id: index % 100 === 0 ? 'same' : `n${index}`,
      })),
      { source: server.url },
    )
    void app.engine.handlers.connect({})
    await app.until((change) => change.kind === 'connection-changed' && change.connection.phase === 'live')
    const socket = await server.connection()
    socket.on('message', () =>
      socket.send(JSON.stringify({ type: 'system', message: 'Notification same marked as read' })),
    )
    void app.engine.handlers.markAsRead({ rowIds: [1] })
    await app.until(
      (change) => change.kind === 'acknowledgement-changed' && change.acknowledgement === 'confirmed',
    )
    for (let turn = 0; turn < 100; turn++) await nextTurn()
    const told = new Map<number, string>()
    for (const change of app.changes) {
      if (change.kind !== 'notifications-read' && change.kind !== 'acknowledgement-changed') continue
      for (const rowId of change.rowIds) told.set(rowId, change.acknowledgement)
    }
    const wrong = [...told].filter(([, state]) => state !== 'confirmed')
    expect(wrong).toEqual([])
  })
})
