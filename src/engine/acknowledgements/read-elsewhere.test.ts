import { describe, expect, it } from 'vitest'
import type { Arrival } from '../history/arrival.ts'
import { openStorage } from '../storage-under-test.ts'
import { toastFates } from '../toasts/toast-fate.ts'
import { markSlice } from './read-marker.ts'

const confirmation = (wireId: string, isShared = true): Arrival => ({
  ...{ kind: 'confirmation', sourceAddress: 's', wireId, at: 9, isShared },
})

function start() {
  const app = openStorage()
  const { ingest, history, readMarker } = app.storage
  return {
    ...app,
    confirm(...arrivals: readonly Arrival[]) {
      const before = app.batches.length
      for (const arrival of arrivals) ingest.add(arrival)
      ingest.flush()
      return app.batches.slice(before).flatMap(({ readElsewhere }) => readElsewhere)
    },
    unread: () => history.newestUnread(5_000).map(({ rowId }) => rowId),
    slices() {
      let count = 0
      while (readMarker.slice() !== null) count += 1
      return count
    },
  }
}

const info = (id: string) => ({ type: 'info', title: 'T', id })

describe('an acknowledgement of another connection', () => {
  it('marks every unread row of its id, and owes the server nothing', () => {
    const { arrive, confirm, unread, storage, recounted } = start()
    arrive(info('a'), info('b'), info('a'))
    expect(confirm(confirmation('a'))).toEqual([{ rowIds: [3, 1], acknowledgement: 'confirmed', readAt: 9 }])
    expect(unread()).toEqual([2])
    expect(storage.counts.read()).toEqual(recounted())
    expect(storage.outbox.waitingCount('s')).toBe(0)
  })

  it('of an id that nobody can write marks its rows as well', () => {
    const { arrive, confirm, unread } = start()
    arrive(info('\uD800'))
    confirm(confirmation('\uD800'))
    expect(unread()).toEqual([])
  })

  it('is none where it answers one of ours, or where no server tells of others', () => {
    const { arrive, confirm, unread, storage } = start()
    const [first = 0] = arrive(info('a'))
    storage.readMarker.markRows([first], 5)
    arrive(info('a'), info('b'))
    expect(confirm(confirmation('a'), confirmation('b', false))).toEqual([])
    expect(unread()).toEqual([3, 2])
  })

  it('is no reason to read again what a person has marked as unread', () => {
    const { arrive, confirm, unread, storage } = start()
    const [first = 0] = arrive(info('a'))
    storage.readMarker.markRows([first], 5)
    confirm(confirmation('a'))
    storage.unreadMarker.markRows([first], 6)
    const [second = 0] = arrive(info('a'))
    expect(confirm(confirmation('a')).flatMap(({ rowIds }) => rowIds)).toEqual([second])
    expect(unread()).toEqual([first])
  })

  it('is no reason for silence where it was one of ours, of an id that comes again', () => {
    const { arrive, storage, batches } = start()
    const [first = 0] = arrive(info('a'))
    storage.readMarker.markRows([first], 5)
    storage.ingest.add(confirmation('a'))
    arrive(info('a'))
    expect(batches.at(-1)).toMatchObject({ fates: [toastFates.shown], readElsewhere: [] })
    storage.ingest.add(confirmation('b'))
    arrive(info('b'), info('c'))
    expect(batches.at(-1)).toMatchObject({ fates: [toastFates.readElsewhere, toastFates.shown] })
  })

  it('of another source says nothing', () => {
    const { arrive, confirm, unread } = start()
    arrive(info('a'))
    confirm({ kind: 'confirmation', sourceAddress: 'other', wireId: 'a', at: 9, isShared: true })
    expect(unread()).toEqual([1])
  })

  it('marks what lies deep in slices, and one mark for many of them', () => {
    const { arrive, confirm, unread, slices, storage, recounted } = start()
    arrive(info('a'), info('b'))
    arrive(...Array.from({ length: markSlice.atOnce + markSlice.later }, (_, index) => info(`n${index}`)))
    const newest = confirm(confirmation('a'), confirmation('b'), confirmation(`n${markSlice.atOnce}`))
    expect(newest.flatMap(({ rowIds }) => rowIds)).toEqual([markSlice.atOnce + 3])
    // One walk down through the rest, for all three.
    expect(slices()).toBeLessThanOrEqual(3)
    expect(unread()).not.toContain(1)
    expect(unread()).not.toContain(2)
    expect(unread()).toHaveLength(markSlice.atOnce + markSlice.later - 1)
    expect(storage.counts.read()).toEqual(recounted())
    expect(storage.durations.figures('time-to-read').samples).toBe(0)
  })

  it('leaves to a wish of here what that has read already', () => {
    const { arrive, confirm, slices, storage, recounted } = start()
    arrive(info('a'), info('b'))
    storage.readMarker.markAll(5)
    arrive(info('c'))
    expect(confirm(confirmation('a'), confirmation('c')).flatMap(({ rowIds }) => rowIds)).toEqual([3])
    slices()
    expect(storage.counts.read()).toEqual(recounted())
    expect(storage.history.newest(9).map(({ readAt }) => readAt)).toEqual([9, 5, 5])
  })
})
