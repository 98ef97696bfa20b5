import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import type { ToThread } from './background-messages.ts'
import type { IndexProgress } from './catch-up-progress.ts'
import { createUpkeepFeed } from './upkeep-feed.ts'

describe('the feed of the index, while no thread runs', () => {
  it('starts one half a second after a thousand rows wait, stored or removed', () => {
    const { feed, thread, clock } = setUp()
    feed.stored(700)
    feed.removed(299)
    clock.advance(10_000)
    expect(thread.starts).toBe(0)
    feed.stored(1)
    clock.advance(400)
    feed.stored(5_000)
    expect(thread.starts).toBe(0)
    clock.advance(100)
    expect(thread.starts).toBe(1)
  })

  it('starts none where one was started for something else meanwhile', () => {
    const { feed, thread, clock } = setUp()
    feed.stored(1_000)
    thread.run()
    feed.threadStarted()
    clock.advance(10_000)
    expect(thread.starts).toBe(0)
    expect(clock.timerCount).toBe(0)
  })

  it('begins a thread that was started for something else with what waits', () => {
    const { feed, thread } = setUp()
    thread.run()
    feed.threadStarted()
    expect(thread.takePosted()).toEqual(['index', 'drop'])
  })
})

describe('the feed of the index, while the thread runs', () => {
  it('tells it of a quarter of a second at once, not of each batch', () => {
    const { feed, thread, clock } = setUp({ isRunning: true })
    for (let batch = 0; batch < 250; batch++) {
      feed.stored(20)
      clock.advance(1)
    }
    expect(thread.takePosted()).toEqual(['index'])
    clock.advance(10_000)
    expect(thread.takePosted()).toEqual([])
    feed.removed(1)
    clock.advance(250)
    expect(thread.takePosted()).toEqual(['drop'])
  })

  it('is busy until all is indexed and dropped', () => {
    const { feed, clock } = setUp({ isRunning: true })
    expect(feed.isBusy).toBe(false)
    feed.stored(1)
    expect(feed.isBusy).toBe(true)
    clock.advance(250)
    feed.hear({ kind: 'indexed', indexed: 2_000, behind: 1 })
    expect(feed.isBusy).toBe(true)
    feed.hear({ kind: 'indexed', indexed: 1, behind: 0 })
    expect(feed.isBusy).toBe(false)
  })

  it('calls it work when a thousand rows were indexed: a trickle keeps no thread', () => {
    const { feed, thread } = setUp({ isRunning: true })
    for (let row = 0; row < 999; row++) feed.hear({ kind: 'indexed', indexed: 1, behind: 0 })
    expect(thread.works).toBe(0)
    feed.hear({ kind: 'indexed', indexed: 1, behind: 0 })
    expect(thread.works).toBe(1)
  })

  it('has dropped rows noted, and asks for the next until there are none', () => {
    const { feed, thread, dropped } = setUp({ isRunning: true })
    feed.hear({ kind: 'dropped', rowIds: [1, 2] })
    expect(thread.takePosted()).toEqual(['drop'])
    feed.hear({ kind: 'dropped', rowIds: [] })
    expect(thread.takePosted()).toEqual([])
    expect(dropped).toEqual([1, 2])
  })
})

describe('an index that is far behind', () => {
  it('tells how far it has come, not at every slice, and when it is done', () => {
    const { feed, progress } = setUp({ isRunning: true })
    for (let behind = 98_000; behind >= 0; behind -= 2_000) {
      feed.hear({ kind: 'indexed', indexed: 2_000, behind })
    }
    expect(progress[0]).toEqual({ done: 2_000, total: 100_000 })
    expect(progress.at(-1)).toEqual({ done: 100_000, total: 100_000 })
    expect(progress).toHaveLength(6)
  })

  it('tells nothing of what is soon done', () => {
    const { feed, progress } = setUp({ isRunning: true })
    feed.hear({ kind: 'indexed', indexed: 2_000, behind: 20_000 })
    feed.hear({ kind: 'indexed', indexed: 20_000, behind: 0 })
    expect(progress).toEqual([])
  })

  it('says that it stops when the thread ends', () => {
    const { feed, progress } = setUp({ isRunning: true })
    feed.hear({ kind: 'indexed', indexed: 2_000, behind: 50_000 })
    feed.threadEnded()
    feed.threadEnded()
    expect(progress.slice(1)).toEqual([null])
    expect(feed.isBusy).toBe(false)
  })
})

describe('upkeep that fails', () => {
  it('is told once, and tried again every half a minute, with what came before', () => {
    const { feed, thread, clock, faults } = setUp({ isRunning: true })
    feed.hear({ kind: 'upkeep-failed', problem: 'database or disk is full' })
    feed.stored(5_000)
    clock.advance(29_999)
    expect(thread.takePosted()).toEqual([])
    expect(feed.isBusy).toBe(false)
    clock.advance(1)
    expect(thread.takePosted()).toEqual(['index', 'drop'])
    feed.hear({ kind: 'upkeep-failed', problem: 'database or disk is full' })
    expect(faults).toEqual([expect.stringContaining('database or disk is full. It is tried again')])
    clock.advance(30_000)
    feed.hear({ kind: 'indexed', indexed: 5_000, behind: 0 })
    feed.hear({ kind: 'upkeep-failed', problem: 'database or disk is full' })
    expect(faults).toHaveLength(1)
    clock.advance(30_000)
    feed.hear({ kind: 'dropped', rowIds: [] })
    feed.hear({ kind: 'upkeep-failed', problem: 'database or disk is full' })
    expect(faults).toHaveLength(2)
  })

  it('waits also where the main thread could not note what was dropped', () => {
    const { feed, thread, clock, faults } = setUp({ isRunning: true, noteFails: true })
    feed.hear({ kind: 'dropped', rowIds: [1] })
    expect(thread.takePosted()).toEqual([])
    expect(faults).toEqual([expect.stringContaining('no room')])
    clock.advance(30_000)
    expect(thread.takePosted()).toEqual(['index', 'drop'])
  })

  it('leaves no timer when the thread ends', () => {
    const { feed, clock } = setUp({ isRunning: true })
    feed.hear({ kind: 'upkeep-failed', problem: 'p' })
    feed.threadEnded()
    expect(clock.timerCount).toBe(0)
  })
})

function setUp({ isRunning = false, noteFails = false } = {}) {
  const clock = createManualClock()
  const faults: string[] = []
  const dropped: number[] = []
  const progress: (IndexProgress | null)[] = []
  let posted: ToThread['kind'][] = []
  let runs = isRunning
  const thread = {
    starts: 0,
    works: 0,
    run() {
      runs = true
    },
    takePosted() {
      const taken = posted
      posted = []
      return taken
    },
  }
  const feed = createUpkeepFeed({
    clock,
    events: {
      onDropped(rowIds) {
        if (noteFails) throw new Error('no room')
        dropped.push(...rowIds)
      },
      onIndexProgress: (told) => progress.push(told),
      onFault: (problem) => faults.push(inEnglish(problem)),
    },
    isRunning: () => runs,
    start() {
      thread.starts += 1
    },
    post: (message) => posted.push(message.kind),
    onWork() {
      thread.works += 1
    },
  })
  return { feed, thread, clock, faults, dropped, progress }
}
