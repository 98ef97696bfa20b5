import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { type Snooze, snoozeLimit } from '../../contract/snooze.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createSnoozes } from './snoozes.ts'

const [minuteMs, hourMs] = [60_000, 3_600_000]
const noon = Date.parse('2026-11-25T12:00+01:00')

type Setup = {
  readonly path?: string
  readonly clock?: ReturnType<typeof createManualClock>
  readonly isStarted?: boolean
  /** What is seen from inside `onDue`. */
  onDue?(): void
}

function open({
  path = join(temporaryFolder(), 'h.sqlite'),
  clock = createManualClock(noon),
  isStarted = true,
  onDue = () => undefined,
}: Setup = {}) {
  const database = openDatabase(path)
  let isHeld = false
  const told: (readonly number[] | { readonly snoozed: readonly number[] })[] = []
  const snoozes = createSnoozes({
    ...{ clock, database, timeZone: () => 'Europe/Berlin', isHeld: () => isHeld },
    onDue(rowIds) {
      told.push(rowIds)
      onDue()
    },
    onChanged: (list) => told.push({ snoozed: list.map(({ rowId }) => rowId) }),
  })
  const close = () => {
    snoozes[Symbol.dispose]()
    if (database.isOpen) database.close()
  }
  onTestFinished(close)
  if (isStarted) snoozes.start()
  const stored = (): readonly Snooze[] =>
    database
      .prepare('SELECT row_id, until FROM snoozes ORDER BY row_id')
      .all()
      .map((row) => ({ rowId: Number(row['row_id']), until: Number(row['until']) }))
  return {
    ...{ snoozes, clock, database, path, told, close, stored },
    storedIds: () => stored().map(({ rowId }) => rowId),
    /** Rows 1 to so many. */
    addRows(count: number) {
      database.exec(`
        INSERT INTO notifications (row_id, source_id, type, received_at, stored_after_ms, toast_fate, shape_id, frame)
        WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${count})
        SELECT id, 1, 0, 0, 0, 0, 0, '{}' FROM n`)
    },
    hold(next: boolean) {
      isHeld = next
    },
    refuseWrites: () => database.exec('PRAGMA query_only = ON'),
    allowWrites: () => database.exec('PRAGMA query_only = OFF'),
  }
}

function openWithRows(count: number, setup: Setup = {}) {
  const app = open(setup)
  app.addRows(count)
  return app
}

describe('a snoozed notification', () => {
  it('comes back at its time, once', () => {
    const { snoozes, clock, told, storedIds } = openWithRows(3)
    const until = snoozes.snooze([2, 3, 2], '10-minutes')
    expect(until).toBe(noon + 10 * minuteMs)
    expect(snoozes.list).toEqual([
      { rowId: 2, until },
      { rowId: 3, until },
    ])
    clock.advance(10 * minuteMs - 1)
    expect(told).toEqual([{ snoozed: [2, 3] }])
    clock.advance(1)
    expect(told.slice(1)).toEqual([[2, 3], { snoozed: [] }])
    expect([storedIds(), snoozes.list, clock.timerCount]).toEqual([[], [], 0])
    snoozes.look()
    expect(told).toHaveLength(3)
  })

  it('takes the new time when it is snoozed again', () => {
    const { snoozes, clock, told } = openWithRows(2)
    snoozes.snooze([1], '10-minutes')
    snoozes.snooze([2], '1-hour')
    expect(snoozes.snooze([1], 'tomorrow')).toBe(Date.parse('2026-11-26T08:00+01:00'))
    expect(snoozes.list.map(({ rowId }) => rowId)).toEqual([2, 1])
    clock.advance(hourMs)
    expect(told.slice(3)).toEqual([[2], { snoozed: [1] }])
  })

  it('comes back after a restart, also when it was due meanwhile, and not before the start', () => {
    const first = openWithRows(2)
    first.snoozes.snooze([1], '10-minutes')
    first.snoozes.snooze([2], '1-hour')
    first.close()
    first.clock.jump(20 * minuteMs)
    const { snoozes, clock, told } = open({ ...first, isStarted: false })
    expect(snoozes.list).toHaveLength(2)
    snoozes.look()
    expect(told).toEqual([])
    snoozes.start()
    expect(told).toEqual([[1], { snoozed: [2] }])
    clock.advance(40 * minuteMs)
    expect(told.slice(2)).toEqual([[2], { snoozed: [] }])
  })

  it('is still in the table while it comes back: a crash then brings it twice, and not never', () => {
    const seen: (readonly number[])[] = []
    const app = openWithRows(1, { onDue: () => seen.push(app.storedIds()) })
    app.snoozes.snooze([1], '10-minutes')
    app.clock.advance(10 * minuteMs)
    expect([seen, app.storedIds()]).toEqual([[[1]], []])
  })

  it('can be snoozed again while it comes back', () => {
    const app = openWithRows(1, { onDue: () => app.snoozes.snooze([1], '1-hour') })
    app.snoozes.snooze([1], '10-minutes')
    app.clock.advance(10 * minuteMs)
    const again = [{ rowId: 1, until: noon + 70 * minuteMs }]
    expect([app.snoozes.list, app.stored()]).toEqual([again, again])
  })

  it('waits for the end of do not disturb', () => {
    const { snoozes, clock, told, hold, storedIds } = openWithRows(1)
    snoozes.snooze([1], '10-minutes')
    hold(true)
    clock.advance(hourMs)
    snoozes.look()
    expect([told.length, storedIds(), clock.timerCount]).toEqual([1, [1], 0])
    hold(false)
    snoozes.look()
    expect(told.slice(1)).toEqual([[1], { snoozed: [] }])
  })

  it('comes back at the next look where a sleep has jumped over its time', () => {
    const { snoozes, clock, told } = openWithRows(1)
    snoozes.snooze([1], '10-minutes')
    clock.jump(hourMs)
    snoozes.look()
    expect(told.slice(1)).toEqual([[1], { snoozed: [] }])
  })

  it('does not come back once it is deleted or gone', () => {
    const { snoozes, clock, told, database, storedIds } = openWithRows(3)
    snoozes.snooze([1, 2, 3], '10-minutes')
    database.exec('DELETE FROM notifications WHERE row_id = 1')
    database.exec('UPDATE notifications SET deletion_id = 1 WHERE row_id = 2')
    clock.advance(10 * minuteMs)
    expect(told.slice(1)).toEqual([[3], { snoozed: [] }])
    expect(storedIds()).toEqual([])
    snoozes.snooze([3], '10-minutes')
    database.exec('DELETE FROM notifications')
    clock.advance(10 * minuteMs)
    expect(told.slice(3)).toEqual([{ snoozed: [3] }, { snoozed: [] }])
  })
})

describe('snoozing', () => {
  it('skips what is not there, or deleted', () => {
    const { snoozes, told, database, storedIds } = openWithRows(2)
    database.exec('UPDATE notifications SET deletion_id = 1 WHERE row_id = 2')
    snoozes.snooze([2, 99], '10-minutes')
    expect([snoozes.list, told]).toEqual([[], []])
    snoozes.snooze([1, 2, 99], '10-minutes')
    expect(storedIds()).toEqual([1])
  })

  it('is refused beyond the limit, and changes nothing', () => {
    const { snoozes, told } = openWithRows(snoozeLimit + 1)
    const rowIds = Array.from({ length: snoozeLimit }, (_, index) => index + 1)
    snoozes.snooze(rowIds, '1-hour')
    const before = snoozes.list
    expect(() => snoozes.snooze([1, snoozeLimit + 1], '10-minutes')).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringMatching(/^Only 1,000 /) }),
    )
    expect([snoozes.list, told.length]).toEqual([before, 1])
    snoozes.snooze(rowIds, '10-minutes')
    expect(snoozes.list).toHaveLength(snoozeLimit)
  })

  it('that the disk refuses is an error, and changes nothing', () => {
    const { snoozes, told, clock, refuseWrites } = openWithRows(2)
    snoozes.snooze([1], '1-hour')
    refuseWrites()
    expect(() => snoozes.snooze([1, 2], '10-minutes')).toThrow(/readonly/)
    expect(() => snoozes.end([1])).toThrow(/readonly/)
    expect(snoozes.list).toEqual([{ rowId: 1, until: noon + hourMs }])
    expect([told.length, clock.timerCount]).toEqual([1, 1])
  })
})

describe('a snooze', () => {
  it('ends without coming back when the user says so', () => {
    const { snoozes, clock, told, storedIds } = openWithRows(2)
    snoozes.snooze([1, 2], '10-minutes')
    snoozes.end([1, 1, 99])
    expect([told.slice(1), storedIds()]).toEqual([[{ snoozed: [2] }], [2]])
    snoozes.end([1])
    expect(told).toHaveLength(2)
    clock.advance(10 * minuteMs)
    expect(told.slice(2)).toEqual([[2], { snoozed: [] }])
  })

  it('is forgotten when its row is read', () => {
    const { snoozes, told, storedIds } = openWithRows(4)
    snoozes.snooze([1, 2, 3, 4], '10-minutes')
    snoozes.forget([3, 99])
    expect([told.slice(1), storedIds()]).toEqual([[{ snoozed: [1, 2, 4] }], [1, 2, 4]])
    snoozes.forgetUpTo(2)
    expect([told.slice(2), storedIds()]).toEqual([[{ snoozed: [4] }], [4]])
    snoozes.forgetUpTo(3)
    snoozes.forget([3])
    expect(told).toHaveLength(3)
  })

  it('costs no SQL to forget where none of the rows is snoozed, or at a look when nothing is due', () => {
    const { snoozes, database, told } = openWithRows(4)
    snoozes.snooze([4], '10-minutes')
    const executed = vi.spyOn(database, 'exec')
    database.close()
    snoozes.forget([1, 2, 3])
    snoozes.forgetUpTo(3)
    snoozes.look()
    expect([executed.mock.calls, told.length]).toEqual([[], 1])
  })

  it('is forgotten though the disk refuses, and leaves the table later, unless it is snoozed again', () => {
    const { snoozes, clock, told, storedIds, refuseWrites, allowWrites } = openWithRows(3)
    snoozes.snooze([1, 2, 3], 'tomorrow')
    refuseWrites()
    snoozes.forget([1, 2])
    snoozes.look()
    expect([told.slice(1), storedIds()]).toEqual([[{ snoozed: [3] }], [1, 2, 3]])
    allowWrites()
    snoozes.snooze([2], 'tomorrow')
    clock.advance(minuteMs)
    snoozes.look()
    expect(storedIds()).toEqual([2, 3])
  })

  it('comes back once though the disk refuses', () => {
    const { snoozes, clock, told, refuseWrites } = openWithRows(1)
    snoozes.snooze([1], '10-minutes')
    refuseWrites()
    clock.advance(20 * minuteMs)
    snoozes.look()
    expect(told.slice(1)).toEqual([[1], { snoozed: [] }])
  })
})
