import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../contract/refusal.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createVolume } from './volume.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
const noon = Date.UTC(2026, 10, 25, 12)

const open = () => openDatabase(join(temporaryFolder(), 'h.sqlite'))

describe('the series', () => {
  it('gives the units from the first to the last that the range touches, oldest first, without empty ones', () => {
    using database = open()
    const volume = createVolume(database)
    volume.add([
      { rowId: 1, type: 'info', receivedAt: noon - 1 },
      { rowId: 2, type: 'error', receivedAt: noon + minuteMs - 1 },
      { rowId: 3, type: 'error', receivedAt: noon },
      { rowId: 4, type: 'success', receivedAt: noon + 2 * minuteMs },
      { rowId: 5, type: 'info', receivedAt: noon + 3 * minuteMs },
    ])
    const none = { info: 0, warning: 0, error: 0, success: 0 }
    expect(volume.series('minute', noon + 5_000, noon + 2 * minuteMs)).toEqual({
      buckets: [
        { ...none, at: noon, error: 2 },
        { ...none, at: noon + 2 * minuteMs, success: 1 },
      ],
    })
    expect(volume.series('day', noon, noon).buckets).toEqual([
      { ...none, at: noon - dayMs / 2, info: 2, error: 2, success: 1 },
    ])
  })

  it.each([
    ['begins after it ends', 'minute', noon, noon - 1],
    ['needs two numbers', 'minute', Number.NaN, noon],
    ['needs two numbers', 'hour', 0, Number.POSITIVE_INFINITY],
    ['longer than 1,500 minutes', 'minute', noon, noon + 1_500 * minuteMs],
    ['Ask for a shorter range.', 'day', -1e308, 1e308],
  ] as const)('refuses a range that %s', (words, unit, from, to) => {
    using database = open()
    const { series } = createVolume(database)
    expect(() => series(unit, from, to)).toThrow(words)
    expect(() => series(unit, from, to)).toThrow(Refusal)
  })

  it('takes the widest range that is allowed', () => {
    using database = open()
    expect(createVolume(database).series('minute', noon, noon + 1_500 * minuteMs - 1)).toEqual({
      buckets: [],
    })
  })

  it('and all else here goes by key, never by a scan', () => {
    using database = open()
    const statements: string[] = []
    const prepare = database.prepare.bind(database)
    database.prepare = (sql) => {
      statements.push(sql)
      return prepare(sql)
    }
    createVolume(database)
    expect(statements).toHaveLength(8)
    const steps = statements.flatMap((sql) => prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    expect(steps.map(({ detail }) => String(detail)).filter((detail) => detail.startsWith('SCAN'))).toEqual(
      [],
    )
  })
})

describe('the hours', () => {
  it('know their first and last row, though the clock was set back in between', () => {
    using database = open()
    const volume = createVolume(database)
    volume.add([
      { rowId: 7, type: 'info', receivedAt: noon },
      { rowId: 8, type: 'info', receivedAt: noon - 1 },
    ])
    volume.add([{ rowId: 9, type: 'warning', receivedAt: noon }])
    volume.add([{ rowId: 3, type: 'warning', receivedAt: noon - 1 }])
    const rows = database
      .prepare('SELECT first_row_id, last_row_id FROM volume_by_hour ORDER BY bucket')
      .all()
    expect(rows).toEqual([
      { first_row_id: 3, last_row_id: 8 },
      { first_row_id: 7, last_row_id: 9 },
    ])
  })
})

describe('the rate', () => {
  it('is the average of the last five full minutes', () => {
    using database = open()
    const volume = createVolume(database)
    const at = [-5 * minuteMs - 1, -5 * minuteMs, -1, -1, 0, 30_000]
    volume.add(at.map((offset, rowId) => ({ rowId, type: 'info', receivedAt: noon + offset })))
    expect(volume.perMinute(noon + 30_000)).toBe(3 / 5)
    expect(volume.perMinute(noon + dayMs)).toBe(0)
  })
})

describe('pruning', () => {
  it('forgets minutes after two days, some at a time, and never an hour or a day', () => {
    using database = open()
    const volume = createVolume(database)
    const minutes = 1_300
    volume.add(
      Array.from({ length: minutes }, (_, rowId) => ({
        ...{ rowId, type: 'info' as const },
        receivedAt: noon + rowId * minuteMs,
      })),
    )
    const number = (unit: string) =>
      database.prepare(`SELECT count(*) AS n FROM volume_by_${unit}`).get()?.['n']
    volume.prune(noon + 2 * dayMs)
    expect(number('minute')).toBe(minutes)
    volume.prune(noon + 2 * dayMs + minuteMs)
    expect(number('minute')).toBe(minutes - 1)
    volume.prune(noon + 500 * dayMs)
    expect(number('minute')).toBe(minutes - 1 - 1_000)
    volume.prune(noon + 500 * dayMs)
    expect([number('minute'), number('hour'), number('day')]).toEqual([0, 22, 2])
  })
})
