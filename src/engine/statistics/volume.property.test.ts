/** The tables of volume equal a recount of the rows, however these came in batches. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type VolumeUnit, volumeUnits } from '../../contract/statistics.ts'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { inTransaction, openDatabase } from '../history/database.ts'
import { unitMs } from './series-range.ts'
import { createVolume } from './volume.ts'
import type { VolumeRow } from './volume-tally.ts'

const start = Date.UTC(2026, 1, 27, 22)
const anyRow = fc.record({
  rowId: fc.integer({ min: 1, max: 1_000 }),
  type: fc.constantFrom(...notificationTypes),
  receivedAt: fc.oneof(
    fc.integer({ min: start, max: start + 200_000 }),
    fc.integer({ min: start, max: start + 3 * 86_400_000 }),
  ),
})

function recount(rows: readonly VolumeRow[], unit: VolumeUnit) {
  const buckets = Object.entries(
    Object.groupBy(rows, ({ receivedAt }) => receivedAt - (receivedAt % unitMs[unit])),
  )
  return buckets
    .map(([at, inBucket = []]) => {
      const number = (type: string) => inBucket.filter((row) => row.type === type).length
      return {
        at: Number(at),
        ...{ info: number('info'), warning: number('warning') },
        ...{ error: number('error'), success: number('success') },
      }
    })
    .sort((a, b) => a.at - b.at)
}

const dayMs = unitMs.day

describe('the volume', () => {
  it('equals a recount of any rows in any batches, and every row lies between its hour’s first and last', () => {
    using database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
    const volume = createVolume(database)
    const hourOf = database.prepare('SELECT first_row_id, last_row_id FROM volume_by_hour WHERE bucket = ?')

    // Day by day: a series by the minute may not span them all.
    const read = (unit: VolumeUnit) =>
      [0, 1, 2, 3]
        .map((day) => start - (start % dayMs) + day * dayMs)
        .flatMap((from) => volume.series(unit, from, from + dayMs - 1).buckets)

    function isWithinItsHour({ rowId, receivedAt }: VolumeRow): boolean {
      const hour = hourOf.get(Math.floor(receivedAt / unitMs.hour))
      return Number(hour?.['first_row_id']) <= rowId && rowId <= Number(hour?.['last_row_id'])
    }

    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 20 }), { maxLength: 8 }), (batches) => {
        for (const unit of volumeUnits) database.exec(`DELETE FROM volume_by_${unit}`)
        for (const batch of batches) inTransaction(database, () => volume.add(batch))
        const rows = batches.flat()
        for (const unit of volumeUnits) expect(read(unit)).toEqual(recount(rows, unit))
        expect(rows.filter((row) => !isWithinItsHour(row))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
