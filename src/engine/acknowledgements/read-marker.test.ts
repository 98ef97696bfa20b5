import { describe, expect, it } from 'vitest'
import { openStorage, type StorageUnderTest } from '../storage-under-test.ts'
import { markSlice } from './read-marker.ts'

const frames = (count: number, idOf: (index: number) => string | null) =>
  Array.from({ length: count }, (_, index) => ({ type: 'info', title: `T${index}`, id: idOf(index) }))

function markAll(app: StorageUnderTest): number {
  let slices = 0
  while (app.storage.readMarker.slice() !== null) slices += 1
  return slices
}

const unread = ({ storage }: StorageUnderTest): number => storage.counts.read().info.unread

describe('marking rows as read', () => {
  it('takes the newest with the same id at once, and the rest in slices', () => {
    const app = openStorage()
    const many = markSlice.atOnce + 2 * markSlice.later
    const rowIds = app.arrive(...frames(many, (index) => (index % 100 === 0 ? 'same' : `n${index}`)))
    const [group] = app.storage.readMarker.markRows([rowIds[0] ?? 0], 5)
    expect(group?.acknowledgement).toBe('pending')
    // The row itself, and those of its id among the newest.
    expect(group?.rowIds).toHaveLength(1 + markSlice.atOnce / 100)
    expect(markAll(app)).toBeGreaterThan(1)
    expect(unread(app)).toBe(many - many / 100)
    expect(app.storage.outbox.waitingCount('s')).toBe(1)
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('goes on where it stopped after a quit in the middle', () => {
    const first = openStorage()
    const rowIds = first.arrive(...frames(2_000, (index) => (index % 100 === 0 ? 'same' : `n${index}`)))
    first.storage.readMarker.markRows([rowIds[0] ?? 0], 5)
    first.storage.readMarker.slice()
    first.close()
    const second = openStorage(first.dataDir, first.clock)
    markAll(second)
    expect(unread(second)).toBe(2_000 - 20)
    expect(second.storage.counts.read()).toEqual(second.recounted())
  })

  it('skips rows that are read, and rows that there are not', () => {
    const app = openStorage()
    const [rowId = 0] = app.arrive(...frames(1, () => 'a'))
    expect(app.storage.readMarker.markRows([rowId, rowId, 99], 5)).toHaveLength(1)
    expect(app.storage.readMarker.markRows([rowId], 6)).toEqual([])
    expect(app.storage.history.get(rowId)?.readAt).toBe(5)
  })
})

describe('marking everything as read', () => {
  it('is done at once for whoever looks, and in slices on disk', () => {
    const app = openStorage()
    app.arrive(...frames(2 * markSlice.later + 1, (index) => (index === 3 ? null : `n${index}`)))
    const { markedCount, upToRowId } = app.storage.readMarker.markAll(7)
    expect([markedCount, upToRowId]).toEqual([601, 601])
    expect(unread(app)).toBe(0)
    expect(app.storage.history.newestUnread(10)).toEqual([])
    const oldest = app.storage.history
      .page('all', { direction: 'newest', from: 6, limit: 10 })
      .rows.map(({ readAt, acknowledgement }) => [readAt, acknowledgement])
    expect(oldest).toEqual([
      [7, 'pending'],
      [7, 'local'],
      [7, 'pending'],
      [7, 'pending'],
      [7, 'pending'],
    ])
    expect(markAll(app)).toBe(3)
    expect(app.storage.outbox.waitingCount('s')).toBe(600)
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('leaves what comes meanwhile unread, and survives a quit in the middle', () => {
    const first = openStorage()
    first.arrive(...frames(1_000, (index) => `n${index}`))
    first.storage.readMarker.markAll(7)
    first.storage.readMarker.slice()
    const [newRow] = first.arrive(...frames(1, () => 'new'))
    first.close()
    const second = openStorage(first.dataDir, first.clock)
    markAll(second)
    expect(second.storage.history.newestUnread(10).map(({ rowId }) => rowId)).toEqual([newRow])
    expect(second.storage.outbox.waitingCount('s')).toBe(1_000)
    expect(second.storage.counts.read()).toEqual(second.recounted())
  })

  it('does not count a row twice that is marked, deleted or pruned while it waits', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(1_000, (index) => `n${index}`))
    app.storage.readMarker.markAll(7)
    expect(app.storage.readMarker.markRows(rowIds.slice(0, 10), 8)).toEqual([])
    const deletionId = app.storage.deletions.start(9)
    app.storage.deletions.hide(deletionId, rowIds.slice(10, 20), false)
    app.storage.deletions.restoreSlice(deletionId)
    app.storage.retention.begin()
    expect(app.storage.retention.slice({ retentionDays: 0, retentionCount: 995 }, 10).rowIds).toEqual(
      rowIds.slice(0, 5),
    )
    markAll(app)
    expect(app.storage.counts.read()).toEqual(app.recounted())
    expect(app.storage.counts.read().info).toEqual({ total: 995, unread: 0 })
    // The pruned ones were read before they went: the server hears of them too.
    expect(app.storage.outbox.waitingCount('s')).toBe(1_000)
  })

  it('a second time covers the first', () => {
    const app = openStorage()
    app.arrive(...frames(700, (index) => `n${index}`))
    app.storage.readMarker.markAll(7)
    app.storage.readMarker.slice()
    app.arrive(...frames(5, (index) => `m${index}`))
    expect(app.storage.readMarker.markAll(8).markedCount).toBe(5)
    markAll(app)
    expect(app.storage.counts.read()).toEqual(app.recounted())
    expect(app.storage.history.newest(1)[0]?.readAt).toBe(8)
  })
})

describe('two wishes at once', () => {
  it('each give the rows that slices read for them their own time', () => {
    const { storage, arrive } = openStorage()
    const rowIds = arrive(...frames(3_000, (index) => ['x', 'y', 'x', 'y'][index] ?? `n${index}`))
    storage.readMarker.markRows([rowIds[2] ?? 0], 5)
    storage.readMarker.markRows([rowIds[3] ?? 0], 9)
    for (let slice = 0; slice < 100; slice++) storage.readMarker.slice()
    expect([0, 1].map((place) => storage.history.get(rowIds[place] ?? 0)?.readAt)).toEqual([5, 9])
  })
})
