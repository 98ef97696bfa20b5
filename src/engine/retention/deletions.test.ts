import { describe, expect, it } from 'vitest'
import { openStorage, type StorageUnderTest } from '../storage-under-test.ts'

const frames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'error', title: `T${index}`, id: `n${index}` }))
const titles = ({ storage }: StorageUnderTest) => storage.history.newest(100).map(({ title }) => title)

const framesOf = (count: number, idOf: (index: number) => string = (index) => `n${index}`) =>
  Array.from({ length: count }, (_, index) => ({ type: 'info', title: `T${index}`, id: idOf(index) }))

describe('a deletion', () => {
  it('hides rows at once, with their counts, and brings them back', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(4))
    app.storage.readMarker.markRows(rowIds.slice(3), 1)
    const { deletions, counts } = app.storage
    const deletionId = deletions.start(5)
    expect(deletions.hide(deletionId, [...rowIds.slice(1), 99], false)).toEqual(rowIds.slice(1))
    expect(titles(app)).toEqual(['T0'])
    expect(app.storage.history.get(rowIds[1] ?? 0)).toBeNull()
    expect(counts.read().error).toEqual({ total: 1, unread: 1 })
    expect(counts.read()).toEqual(app.recounted())
    expect(deletions.restoreSlice(deletionId)).toBe(3)
    expect(deletions.restoreSlice(deletionId)).toBe(0)
    expect(titles(app)).toEqual(['T3', 'T2', 'T1', 'T0'])
    expect(counts.read().error).toEqual({ total: 4, unread: 3 })
    expect(deletions.unfinished()).toEqual([])
  })

  it('removes rows in slices, and tells the index which', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(450))
    const { deletions, database } = app.storage
    const deletionId = deletions.start(5)
    deletions.hide(deletionId, rowIds, false)
    const slices = [1, 2, 3, 4].map(() => deletions.removeSlice(deletionId))
    expect(slices).toEqual([200, 200, 50, 0])
    expect(database.prepare('SELECT count(*) AS n FROM notifications').get()).toEqual({ n: 0 })
    expect(database.prepare('SELECT count(*) AS n FROM removed_rows').get()).toEqual({ n: 450 })
    app.storage.forgetRemoved(rowIds)
    expect(database.prepare('SELECT count(*) AS n FROM removed_rows').get()).toEqual({ n: 0 })
  })

  it('keeps an acknowledgement that the server still has to hear of, and no confirmed one', () => {
    const app = openStorage()
    const [owed = 0, done = 0] = app.arrive(...frames(2))
    app.storage.readMarker.markRows([owed, done], 1)
    app.storage.outbox.confirm(app.storage.sources.id('s'), 'n1', 2)
    const deletionId = app.storage.deletions.start(5)
    app.storage.deletions.hide(deletionId, [owed, done], false)
    app.storage.deletions.removeSlice(deletionId)
    const left = app.storage.database.prepare('SELECT wire_id FROM acknowledgements').all()
    expect(left).toEqual([{ wire_id: 'n0' }])
  })

  it('leaves pinned rows where it is told to', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(3))
    expect(app.storage.history.setPinned([rowIds[1] ?? 0, rowIds[1] ?? 0, 99], 4)).toEqual([rowIds[1]])
    app.storage.deletions.hide(app.storage.deletions.start(5), rowIds, true)
    expect(titles(app)).toEqual(['T1'])
  })

  it('that a quit interrupts is known at the next start', () => {
    const first = openStorage()
    const deletionId = first.storage.deletions.start(5)
    first.storage.deletions.hide(deletionId, first.arrive(...frames(2)), false)
    first.close()
    const second = openStorage(first.dataDir, first.clock)
    expect(second.storage.deletions.unfinished()).toEqual([{ deletionId, isUndone: false }])
    expect(titles(second)).toEqual([])
  })
})

describe('retention', () => {
  const prune = (app: StorageUnderTest, retentionDays: number, retentionCount: number): number[] => {
    const { retention } = app.storage
    const removed: number[] = []
    retention.begin()
    for (let hasMore = true; hasMore; ) {
      const slice = retention.slice({ retentionDays, retentionCount }, app.clock.now())
      removed.push(...slice.rowIds)
      hasMore = slice.hasMore
    }
    return removed
  }
  const dayMs = 24 * 3_600_000

  it('removes what is older than its days, and keeps pinned rows', () => {
    const app = openStorage()
    const old = app.arrive(...frames(3))
    app.storage.history.setPinned(old.slice(0, 1), 1)
    app.clock.advance(90 * dayMs + 1)
    const young = app.arrive(...frames(2))
    expect(prune(app, 90, 0)).toEqual(old.slice(1))
    expect(app.storage.history.newest(10).map(({ rowId }) => rowId)).toEqual([...young.toReversed(), old[0]])
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('removes the oldest past its number, in slices', () => {
    const app = openStorage()
    const rowIds = app.arrive(...frames(700))
    expect(prune(app, 0, 250)).toEqual(rowIds.slice(0, 450))
    expect(app.storage.counts.read().error.total).toBe(250)
    expect(app.storage.counts.read()).toEqual(app.recounted())
  })

  it('can be off', () => {
    const app = openStorage()
    app.arrive(...frames(10))
    app.clock.advance(10_000 * dayMs)
    expect(prune(app, 0, 0)).toEqual([])
  })
})

describe('a deletion and marking as read in slices', () => {
  it('rows brought back while everything is being marked as read are counted right', () => {
    const app = openStorage()
    const rowIds = app.arrive(...framesOf(1_000))
    const { deletions, readMarker, counts } = app.storage
    const deletionId = deletions.start(1)
    deletions.hide(deletionId, rowIds.slice(0, 10), false)
    readMarker.markAll(7)
    deletions.restoreSlice(deletionId)
    for (let slice = 0; slice < 10; slice++) readMarker.slice()
    expect(counts.read()).toEqual(app.recounted())
  })

  it('a job of an acknowledgement that is gone does not stop the others for good', () => {
    const app = openStorage()
    const { readMarker, ingest, deletions, history } = app.storage
    const rowIds = app.arrive(...framesOf(3_000, (index) => ['x', 'y', 'x', 'y'][index] ?? `n${index}`))
    readMarker.markRows([rowIds[3] ?? 0], 5)
    app.arrive(...framesOf(1_000, (index) => `m${index}`))
    readMarker.markRows([rowIds[2] ?? 0], 9)
    ingest.add({ kind: 'confirmation', sourceAddress: 's', wireId: 'x', at: 10 })
    ingest.flush()
    const deletionId = deletions.start(11)
    deletions.hide(deletionId, [rowIds[2] ?? 0], false)
    for (let slice = 0; slice < 3; slice++) deletions.removeSlice(deletionId)
    for (let slice = 0; slice < 100; slice++) readMarker.slice()
    expect(history.get(rowIds[1] ?? 0)?.readAt).toBe(5)
  })
})
