import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../history/database.ts'
import { createDurations } from './durations.ts'

const nothing = { medianMs: null, p95Ms: null, samples: 0 }

test('durations are kept by measure, added up, and there for the next to open the file', () => {
  const path = join(temporaryFolder(), 'h.sqlite')
  {
    using database = openDatabase(path)
    const durations = createDurations(database)
    durations.add('time-to-read', [100, 100, 3_000])
    durations.add('time-to-read', [100, 100_000])
    durations.add('acknowledgement-latency', [])
    durations.add('delivery-delay', [0])
  }
  using database = openDatabase(path)
  const { figures } = createDurations(database)
  const read = figures('time-to-read')
  expect(read.samples).toBe(5)
  expect(Number(read.medianMs) / 100).toBeCloseTo(1, 1)
  expect(Number(read.p95Ms) / 100_000).toBeCloseTo(1, 1)
  expect(figures('acknowledgement-latency')).toEqual(nothing)
  expect(figures('delivery-delay')).toEqual({ medianMs: 0, p95Ms: 0, samples: 1 })
})

test('many durations of a size cost one row', () => {
  using database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
  createDurations(database).add('time-to-read', [50, 50, 50])
  expect(database.prepare('SELECT measure, number FROM durations').all()).toEqual([{ measure: 0, number: 3 }])
})
