/** A disk that is full, and has space again: what waits, what is said, what is lost, what is stored. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createStorage } from '../create-storage.ts'
import { arrivalOf, openStorage } from '../storage-under-test.ts'
import { toastFates } from '../toasts/toast-fate.ts'
import { waitingLimit } from './ingest.ts'

/** More than is free in the pages that a file has already. */
const message = 'x'.repeat(5_000)
const day = 86_400_000
const arrival = (id: string) => arrivalOf({ type: 'error', title: 'T', id, message }, day)

function start() {
  const under = openStorage()
  const { storage, batches, storages } = under
  const { database, ingest } = storage
  /** No page more: SQLite answers SQLITE_FULL, as for a disk. */
  const fillDisk = (): void => {
    database.exec(`PRAGMA max_page_count = ${database.prepare('PRAGMA page_count').get()?.['page_count']}`)
  }
  const freeDisk = (): void => database.exec('PRAGMA max_page_count = 4294967294')
  return {
    ...{ ...under, database, ingest, fillDisk, freeDisk },
    storedIds: () => batches.flatMap(({ rows }) => rows.map(({ wireId }) => wireId)),
    problem: () => storages.at(-1)?.problem ?? null,
    async stored(count: number) {
      const isStored = (): boolean => batches.reduce((sum, { rows }) => sum + rows.length, 0) >= count
      for (let turn = 0; turn < 10_000 && !isStored(); turn++) await nextTurn()
      expect(isStored()).toBe(true)
    },
  }
}

describe('a full disk', () => {
  it('is said in words that name the folder and what to do, and nothing is announced', async () => {
    const { ingest, batches, dataDir, fillDisk, problem } = start()
    fillDisk()
    ingest.add(arrival('a'))
    await nextTurn()
    expect(problem()).toBe(
      `Notifications cannot be stored right now because the disk is full. Free some space on the disk that holds ${dataDir}. They wait in memory, and storing them is tried again.`,
    )
    expect(ingest.storage.waiting).toBe(1)
    expect(batches).toEqual([])
  })

  it('loses nothing up to 10,000: all is stored in order, and only then announced', async () => {
    const { ingest, storage, clock, fillDisk, freeDisk, stored, storedIds, problem, recounted } = start()
    ingest.add(arrival('before'))
    await nextTurn()
    fillDisk()
    const ids = Array.from({ length: waitingLimit }, (_, index) => `n${index}`)
    ingest.add(arrival(ids[0] ?? ''))
    await nextTurn()
    for (const id of ids.slice(1)) ingest.add(arrival(id))
    clock.advance(1_000)
    expect(ingest.storage.waiting).toBe(waitingLimit)
    expect(problem()).not.toContain('lost')
    expect(storedIds()).toEqual(['before'])
    freeDisk()
    clock.advance(1_000)
    await stored(ids.length + 1)
    expect(storedIds()).toEqual(['before', ...ids])
    expect(problem()).toBeNull()
    expect(storage.history.newest(3).map(({ rowId, wireId }) => [rowId, wireId])).toEqual([
      [10_001, 'n9999'],
      [10_000, 'n9998'],
      [9_999, 'n9997'],
    ])
    expect(storage.counts.read()).toEqual(recounted())
    // What was tried and taken back was not counted.
    expect(storage.volume.series('day', day, day).buckets[0]?.error).toBe(waitingLimit + 1)
  })

  it('loses the oldest past 10,000, says how many, and no longer says so the next time', async () => {
    const { ingest, clock, fillDisk, freeDisk, stored, storedIds, problem } = start()
    fillDisk()
    ingest.add(arrival('n0'))
    await nextTurn()
    for (let index = 1; index < waitingLimit + 3; index++) ingest.add(arrival(`n${index}`))
    clock.advance(1_000)
    expect(ingest.storage).toEqual({
      waiting: waitingLimit,
      problem: expect.stringMatching(/There were more than fit: the oldest 3 are lost\.$/),
    })
    freeDisk()
    clock.advance(1_000)
    await stored(waitingLimit)
    expect([storedIds()[0], storedIds().at(-1)]).toEqual(['n3', 'n10002'])
    fillDisk()
    ingest.add(arrival('later'))
    await nextTurn()
    expect(problem()).toMatch(/the disk is full/)
    expect(problem()).not.toContain('lost')
  })

  it('that fills up again in the middle keeps what is left', async () => {
    const { ingest, storage, database, clock, batches, ...disk } = start()
    disk.fillDisk()
    for (let index = 0; index < 1_200; index++) ingest.add(arrival(`n${index}`))
    await nextTurn()
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count'])
    // A row takes more than a page: one batch of 512 fits, and no second.
    database.exec(`PRAGMA max_page_count = ${pages + 900}`)
    clock.advance(1_000)
    expect(batches.map(({ rows }) => rows.length)).toEqual([512])
    expect(ingest.storage).toMatchObject({ waiting: 688, problem: expect.stringContaining('full') })
    disk.freeDisk()
    clock.advance(1_000)
    await disk.stored(1_200)
    expect(disk.storedIds()).toEqual(Array.from({ length: 1_200 }, (_, index) => `n${index}`))
    expect(storage.counts.read()).toEqual(disk.recounted())
  })

  it('leaves no timer behind once the storage is closed, however often it was flushed', async () => {
    const { ingest, clock, fillDisk, close } = start()
    fillDisk()
    ingest.add(arrival('a'))
    await nextTurn()
    ingest.flush()
    ingest.flush()
    close()
    expect(clock.timerCount).toBe(0)
  })

  it('is not tried once more after the end, where the end came in the same turn', async () => {
    const { ingest, batches, fillDisk, freeDisk, close } = start()
    fillDisk()
    ingest.add(arrival('a'))
    ingest.flush()
    freeDisk()
    close()
    await nextTurn()
    expect(batches).toEqual([])
  })

  it('does not measure a delay again each time that storing is tried', async () => {
    const clock = createManualClock()
    const sampleDelay = vi.fn(() => 5)
    using storage = createStorage({
      ...{
        clock,
        i18n: () => english,
        dataDir: temporaryFolder(),
        decideToasts: (arrived) => arrived.map(() => toastFates.shown),
        sampleDelay,
      },
      ...{ onStored: () => {}, onStorage: () => {}, onCrowded: () => {} },
    })
    // Refused at the end, after all of it was worked out.
    storage.database.exec('CREATE TRIGGER full AFTER INSERT ON durations BEGIN SELECT RAISE(ABORT, 1); END')
    storage.ingest.add(arrival('a'))
    await nextTurn()
    for (let second = 0; second < 5; second++) clock.advance(1_000)
    storage.database.exec('DROP TRIGGER full')
    clock.advance(1_000)
    expect(storage.history.newestRowId()).toBe(1)
    expect(sampleDelay).toHaveBeenCalledTimes(1)
  })
})
