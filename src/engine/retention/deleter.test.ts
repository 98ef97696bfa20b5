import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { JobView } from '../../contract/jobs.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createSlices } from '../slices.ts'
import { openStorage } from '../storage-under-test.ts'
import { createDeleter, type Page, undoForMs } from './deleter.ts'

function setUp(dataDir?: string, clock = createManualClock()) {
  const { storage, arrive, recounted, close, ...app } = openStorage(dataDir, clock)
  const changed = new Set<() => void>()
  const jobs = createJobs(
    clock,
    () => english,
    () => {
      for (const look of changed) look()
    },
  )
  const faults: unknown[] = []
  const slices = createSlices(clock, (fault) => faults.push(fault))
  const [deleted, restored, removed]: [number[], true[], number[]] = [[], [], []]
  const deleter = createDeleter({
    ...{ clock, jobs, slices, deletions: storage.deletions },
    onDeleted: (rowIds) => deleted.push(...rowIds),
    onRestored: () => restored.push(true),
    onRemoved: (count) => removed.push(count),
  })
  const dispose = (): void => {
    deleter[Symbol.dispose]()
    slices[Symbol.dispose]()
  }
  onTestFinished(dispose)
  const quit = (): void => {
    dispose()
    close()
  }

  return {
    ...{ storage, clock, jobs, deleter, deleted, restored, removed, faults, quit, dataDir: app.dataDir },
    fill: (count: number) =>
      arrive(...Array.from({ length: count }, (_, index) => ({ type: 'info', title: `T${index}` }))),
    shown: () => storage.history.newest(10_000).map(({ rowId }) => rowId),
    onDisk: () =>
      Number(storage.database.prepare('SELECT count(*) AS number FROM notifications').get()?.['number']),
    checkCounts: () => expect(storage.counts.read()).toEqual(recounted()),
    /** Pages of so many rows, of those that are not pinned. */
    pages:
      (size: number) =>
      (below: number | null): Promise<Page> => {
        const rowIds = storage.history.deletableIds(below ?? Number.MAX_SAFE_INTEGER, size)
        return Promise.resolve({ rowIds, hasMore: rowIds.length === size })
      },
    ended: (jobId: number) =>
      new Promise<JobView>((resolve) => {
        const look = (): void => {
          const view = jobs.view(jobId)
          if (view !== null && view.state !== 'running') resolve(view)
        }
        changed.add(look)
        look()
      }),
    /** More than any work here has slices. */
    async sliced() {
      for (let turn = 0; turn < 50; turn++) await nextTurn()
      expect(faults).toEqual([])
    },
  }
}

describe('deleting rows', () => {
  it('hides them at once, and can be undone for ten seconds', async () => {
    const app = setUp()
    app.fill(4)
    const jobId = app.deleter.deleteRows([2, 3, 3, 99])
    expect(app.shown()).toEqual([4, 1])
    expect(app.deleted).toEqual([2, 3])
    expect(app.jobs.view(jobId)).toMatchObject({
      ...{ kind: 'delete', state: 'undoable', done: 2, total: 4 },
      undoUntil: app.clock.now() + undoForMs,
    })
    app.clock.advance(undoForMs - 1)
    app.deleter.undo(jobId)
    await app.sliced()
    expect(app.shown()).toEqual([4, 3, 2, 1])
    expect(app.restored).toEqual([true])
    expect(app.clock.timerCount).toBe(0)
    expect(app.jobs.view(jobId)).toMatchObject({ state: 'undone', undoUntil: null })
    app.clock.advance(undoForMs)
    await app.sliced()
    expect(app.onDisk()).toBe(4)
    app.checkCounts()
  })

  it('is for good after ten seconds: too late to undo, and the rows leave the disk', async () => {
    const app = setUp()
    app.fill(3)
    const jobId = app.deleter.deleteRows([1, 2])
    app.clock.advance(undoForMs)
    expect(app.jobs.view(jobId)).toMatchObject({ state: 'done', undoUntil: null })
    expect(() => app.deleter.undo(jobId)).toThrow(expect.objectContaining({ code: 'unavailable' }))
    await app.sliced()
    expect([app.onDisk(), app.removed]).toEqual([1, [2]])
    expect(app.storage.deletions.unfinished()).toEqual([])
    app.checkCounts()
  })

  it('can be undone once, and only where there was one', () => {
    const app = setUp()
    app.fill(1)
    const jobId = app.deleter.deleteRows([1])
    app.deleter.undo(jobId)
    for (const wrong of [jobId, 77]) {
      expect(() => app.deleter.undo(wrong)).toThrow(expect.objectContaining({ code: 'unavailable' }))
    }
  })

  it('that are not there has nothing to undo', async () => {
    const app = setUp()
    const jobId = app.deleter.deleteRows([5])
    expect(app.jobs.view(jobId)).toMatchObject({ state: 'done', done: 0, undoUntil: null })
    await app.sliced()
    expect(app.storage.deletions.unfinished()).toEqual([])
  })
})

describe('deleting what is found', () => {
  it('goes page by page, each below the last, and leaves pinned rows', async () => {
    const app = setUp()
    app.fill(7)
    app.storage.history.setPinned([4], 1)
    const asked: (number | null)[] = []
    const jobId = app.deleter.deleteFound((below) => {
      asked.push(below)
      // As a search finds them: pinned ones too.
      const from = below ?? 8
      const rowIds = [from - 1, from - 2, from - 3].filter((rowId) => rowId > 0)
      return Promise.resolve({ rowIds, hasMore: rowIds.length === 3 })
    }, 7)
    expect(await app.ended(jobId)).toMatchObject({ state: 'undoable', done: 6, total: 7, problem: null })
    expect(asked).toEqual([null, 5, 2])
    expect(app.shown()).toEqual([4])
    app.deleter.undo(jobId)
    await app.sliced()
    expect(app.shown()).toEqual([7, 6, 5, 4, 3, 2, 1])
    app.checkCounts()
  })

  it('that is cancelled in the middle leaves the rest, and what was deleted can be undone', async () => {
    const app = setUp()
    app.fill(10)
    const next = app.pages(3)
    let pages = 0
    const jobId = app.deleter.deleteFound((below) => {
      pages += 1
      if (pages === 2) app.jobs.cancel(1)
      return next(below)
    }, 10)
    // The page that was under way is not hidden any more.
    expect(await app.ended(jobId)).toMatchObject({ state: 'undoable', done: 3, problem: null })
    expect(app.shown()).toEqual([7, 6, 5, 4, 3, 2, 1])
    app.deleter.undo(jobId)
    await app.sliced()
    expect(app.shown()).toHaveLength(10)
    app.checkCounts()
  })

  it('that fails on the way says so, and what was hidden can be undone', async () => {
    const app = setUp()
    app.fill(10)
    const next = app.pages(3)
    const jobId = app.deleter.deleteFound(
      (below) => (below === null ? next(below) : Promise.reject(new Error('The thread ended.'))),
      10,
    )
    expect(await app.ended(jobId)).toMatchObject({
      ...{ state: 'undoable', done: 3 },
      problem: 'Not everything was deleted (The thread ended.). Try again.',
    })
    app.deleter.undo(jobId)
    await app.sliced()
    expect(app.shown()).toHaveLength(10)
  })

  it('that fails before anything is hidden has failed, and leaves nothing behind', async () => {
    const app = setUp()
    app.fill(1)
    const jobId = app.deleter.deleteFound(() => Promise.reject(new Error('The thread ended.')), null)
    expect(await app.ended(jobId)).toMatchObject({ state: 'failed', done: 0, undoUntil: null })
    await app.sliced()
    expect(app.storage.deletions.unfinished()).toEqual([])
    expect(app.shown()).toEqual([1])
  })

  it('stops when the engine does, and is finished at the next start', async () => {
    const first = setUp()
    first.fill(900)
    const next = first.pages(300)
    const isAtSecond = Promise.withResolvers<void>()
    first.deleter.deleteFound((below) => {
      if (below === null) return next(below)
      isAtSecond.resolve()
      return new Promise(() => {})
    }, 900)
    await isAtSecond.promise
    first.quit()
    expect(first.clock.timerCount).toBe(0)
    const second = setUp(first.dataDir, first.clock)
    expect(second.shown()).toHaveLength(600)
    second.deleter.resume()
    await second.sliced()
    expect(second.onDisk()).toBe(600)
    expect(second.removed).toEqual([200, 100])
    expect(second.storage.deletions.unfinished()).toEqual([])
    second.checkCounts()
  })
})

describe('a quit while a deletion can still be undone', () => {
  it('makes it final: the next start removes the rows', async () => {
    const first = setUp()
    first.fill(3)
    first.deleter.deleteRows([1, 2])
    first.quit()
    expect(first.clock.timerCount).toBe(0)
    const second = setUp(first.dataDir, first.clock)
    second.deleter.resume()
    await second.sliced()
    expect(second.onDisk()).toBe(1)
    second.checkCounts()
  })
})
