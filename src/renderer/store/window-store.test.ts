import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../../contract/snapshot.ts'
import { arrival, sampleCounts, sampleRow, sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from './sample-snapshot.ts'
import { storeUnderTest } from './store-under-test.ts'

const rowIds = (store: Awaited<ReturnType<typeof storeUnderTest>>): number[] =>
  store.shown().list.rows.map((row) => row.rowId)

describe('following the engine', () => {
  test('shows the snapshot, then the changes in their order', async () => {
    const store = await storeUnderTest(sampleSnapshot({ newest: sampleRows(2, 1), counts: sampleCounts(2) }))
    store.change(11, arrival(sampleRow(3)))
    store.change(12, { kind: 'frame-received', lastFrameAt: 77 })
    await store.frame()
    expect(rowIds(store)).toEqual([3, 2, 1])
    expect(store.shown().engine?.lastFrameAt).toBe(77)
    expect(store.asked('getSnapshot')).toBe(1)
  })

  test('what the snapshot holds already is not applied again', async () => {
    const store = await storeUnderTest(sampleSnapshot({ revision: 10 }))
    store.change(10, { kind: 'frame-received', lastFrameAt: 1 })
    await store.frame()
    expect(store.shown().engine?.lastFrameAt).toBeNull()
  })

  test('a gap asks for the snapshot again and shows that', async () => {
    const store = await storeUnderTest(sampleSnapshot())
    store.answerSnapshot(sampleSnapshot({ revision: 13, newest: sampleRows(5, 4), counts: sampleCounts(2) }))
    store.change(12, arrival(sampleRow(4)))
    store.change(13, arrival(sampleRow(5)))
    store.change(14, arrival(sampleRow(6)))
    await store.frame()
    expect(store.asked('getSnapshot')).toBe(2)
    expect(rowIds(store)).toEqual([6, 5, 4])
  })

  test('a snapshot that stays behind the events is not asked for without end', async () => {
    const store = await storeUnderTest(sampleSnapshot({ revision: 10 }))
    store.change(20, { kind: 'frame-received', lastFrameAt: 1 })
    await store.frame()
    expect(store.asked('getSnapshot')).toBe(2)
    store.answerSnapshot(sampleSnapshot({ revision: 20, lastFrameAt: 1 }))
    store.advance(1_000)
    await store.frame()
    expect(store.asked('getSnapshot')).toBe(3)
    expect(store.shown().engine?.lastFrameAt).toBe(1)
  })

  test('another run of the engine asks for the snapshot again', async () => {
    const store = await storeUnderTest(sampleSnapshot())
    store.answerSnapshot(sampleSnapshot({ runId: 'run-2', revision: 1, lastFrameAt: 5 }))
    store.change(1, { kind: 'frame-received', lastFrameAt: 5 }, 'run-2')
    await store.frame()
    expect(store.asked('getSnapshot')).toBe(2)
    expect(store.shown().engine?.lastFrameAt).toBe(5)
  })

  test('after a gap a list that is deeper than the snapshot is read by a query', async () => {
    const deep: Snapshot = sampleSnapshot({ newest: sampleRows(100, 1), counts: sampleCounts(101) })
    const store = await storeUnderTest(deep)
    store.change(11, arrival(sampleRow(101)))
    await store.frame()
    store.answerSnapshot({ ...deep, revision: 20 })
    store.change(20, { kind: 'frame-received', lastFrameAt: 1 })
    await store.frame()
    expect(store.asked('listNotifications')).toBe(1)
  })
})

describe('the host', () => {
  test('goes and comes back: the page says so, and reads the snapshot anew', async () => {
    const store = await storeUnderTest(sampleSnapshot())
    store.setHost(false)
    store.setHost(false)
    await store.frame()
    expect(store.shown().host).toEqual({ kind: 'gone', since: 500 })
    store.answerSnapshot(sampleSnapshot({ runId: 'run-2', lastFrameAt: 3 }))
    store.setHost(true)
    await store.frame()
    expect(store.shown().host).toEqual({ kind: 'here' })
    expect(store.shown().engine?.lastFrameAt).toBe(3)
  })
})

test('a host that goes while the snapshot is asked for is no fault, and is asked again', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  store.refuseNext('Tocsin is not running.')
  store.change(13, { kind: 'frame-received', lastFrameAt: 1 })
  await store.frame()
  store.answerSnapshot(sampleSnapshot({ revision: 13, lastFrameAt: 4 }))
  store.advance(1_000)
  await store.frame()
  expect(store.shown().engine?.lastFrameAt).toBe(4)
})

test('arrivals are told once a frame, in order', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  const told: number[][] = []
  store.store.onArrivals((rows) => told.push(rows.map((row) => row.rowId)))
  store.change(11, arrival(sampleRow(1)))
  store.change(12, arrival(sampleRow(2), sampleRow(3)))
  await store.frame()
  expect(told).toEqual([[1, 2, 3]])
})

test('a burst is shown in steps, and what follows it at once again', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  store.change(11, arrival(...sampleRows(20, 1).reverse()))
  await store.frame()
  expect(store.shown().list.rows.length).toBe(20)
  store.change(12, arrival(sampleRow(21)))
  await store.frame()
  expect(store.shown().list.rows.length).toBe(20)
  store.advance(200)
  await store.frame()
  expect(store.shown().list.rows.length).toBe(21)
  store.change(13, arrival(sampleRow(22)))
  await store.frame()
  expect(store.shown().list.rows.length).toBe(22)
})

test('a burst is one until nothing more of it comes', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  store.change(11, arrival(...sampleRows(10, 1).reverse()))
  await store.frame()
  expect(store.shown().isBurst).toBe(false)
  for (const revision of [12, 13, 14]) {
    store.change(revision, arrival(...sampleRows(20 * revision, 20 * revision - 19).reverse()))
    store.advance(200)
    await store.frame()
    expect(store.shown().isBurst).toBe(true)
  }
  store.advance(400)
  await store.frame()
  expect(store.shown().isBurst).toBe(false)
  store.change(15, arrival(sampleRow(1_000)))
  await store.frame()
  expect(rowIds(store)[0]).toBe(1_000)
})

test('what the reader does in a burst is shown at once', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  store.change(11, arrival(...sampleRows(20, 1).reverse()))
  await store.frame()
  store.change(12, arrival(sampleRow(21)))
  store.change(13, {
    ...{ kind: 'notifications-read', rowIds: [20], readAt: 5, acknowledgement: 'pending' },
    counts: sampleCounts(0),
  })
  await store.frame()
  const [newest, read] = store.shown().list.rows
  expect([newest?.rowId, newest?.readAt, read?.rowId, read?.readAt]).toEqual([21, null, 20, 5])
})

test('the open detail follows what happens to its notification', async () => {
  const store = await storeUnderTest(sampleSnapshot({ newest: sampleRows(2, 1) }))
  store.store.selection.select(2, { open: true, reveal: false })
  await store.frame()
  store.change(11, { kind: 'acknowledgement-changed', rowIds: [2], acknowledgement: 'confirmed' })
  await store.frame()
  const { detail } = store.shown()
  expect(detail.kind === 'shown' && detail.notification.acknowledgement).toBe('confirmed')
})

test('a snooze of the open notification is a new line of its story, that of another is not', async () => {
  const store = await storeUnderTest(sampleSnapshot({ newest: sampleRows(2, 1) }))
  store.store.selection.select(2, { open: true, reveal: false })
  await store.frame()
  const before = store.asked('getStory')
  store.change(11, { kind: 'snoozes-changed', snoozes: [{ rowId: 1, until: 9 }] })
  await store.frame()
  expect(store.asked('getStory')).toBe(before)
  store.change(12, { kind: 'snoozes-changed', snoozes: [{ rowId: 2, until: 9 }] })
  await store.frame()
  expect(store.asked('getStory')).toBe(before + 1)
})

test('what was refused is said, until something succeeds', async () => {
  const store = await storeUnderTest(sampleSnapshot())
  store.refuseNext('The engine is stopping.')
  store.store.run('connect', {})
  await store.frame()
  expect(store.shown().refusal).toBe('The engine is stopping.')
  store.store.run('connect', {})
  await store.frame()
  expect(store.shown().refusal).toBeNull()
})

test('a snooze menu that was asked for and left does not open later by itself', async () => {
  const { store } = await storeUnderTest(sampleSnapshot({ newest: sampleRows(2, 1) }))
  const wish = (): number | null => store.cell.read().place.snoozeMenuFor
  const ask = (): void => {
    store.selection.select(2, { open: true, reveal: false })
    store.place.wantSnoozeMenu(2)
  }
  ask()
  expect(wish()).toBe(2)
  store.selection.select(1, { open: false, reveal: false })
  expect(wish()).toBeNull()
  ask()
  store.selection.closeDetail()
  expect(wish()).toBeNull()
})
