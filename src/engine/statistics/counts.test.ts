import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { inTransaction, openDatabase } from '../history/database.ts'
import { rebuiltFigures } from '../history/migrations.ts'
import { toCode } from '../history/type-code.ts'
import { createCountsTable } from './counts.ts'

const anyRow = fc.record({
  type: fc.constantFrom(...notificationTypes),
  readAt: fc.option(fc.constant(5)),
  deletionId: fc.option(fc.constant(7)),
})

function fill(
  database: DatabaseSync,
  rows: readonly (typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never)[],
): void {
  const insert = database.prepare(
    `INSERT INTO notifications VALUES (NULL, 1, ?, 1, 0, 0, ?, NULL, NULL, ?, 0, '{}')`,
  )
  database.exec('DELETE FROM notifications')
  for (const { type, readAt, deletionId } of rows) insert.run(toCode(type), readAt, deletionId)
}

describe('the counts', () => {
  it('are summed by type before they are applied, and are there for the next to open the file', () => {
    using database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
    const counts = createCountsTable(database)
    inTransaction(database, () =>
      counts.apply([
        // One by one, the first would bring the table below zero.
        { type: 'error', total: -1, unread: -1 },
        { type: 'error', total: 3, unread: 2 },
        { type: 'success', total: 1, unread: 1 },
      ]),
    )
    expect(createCountsTable(database).read()).toEqual({
      info: { total: 0, unread: 0 },
      warning: { total: 0, unread: 0 },
      error: { total: 2, unread: 1 },
      success: { total: 1, unread: 1 },
    })
    inTransaction(database, () => counts.clearUnread())
    expect(counts.read().error).toEqual({ total: 2, unread: 0 })
  })

  it('refuse to fall below zero', () => {
    using database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
    const counts = createCountsTable(database)
    expect(() =>
      inTransaction(database, () => counts.apply([{ type: 'info', total: -1, unread: 0 }])),
    ).toThrow('CHECK')
  })

  it('are counted anew from the rows, without those that a deletion hides', () => {
    using database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
    const counts = createCountsTable(database)
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.boolean(), (rows, isTableDamaged) => {
        fill(database, rows)
        database.exec(isTableDamaged ? 'DELETE FROM counts' : 'UPDATE counts SET total = 99, unread = 98')
        inTransaction(database, () => database.exec(rebuiltFigures))
        const seen = rows.filter(({ deletionId }) => deletionId === null)
        for (const type of notificationTypes) {
          const ofType = seen.filter((row) => row.type === type)
          const unread = ofType.filter(({ readAt }) => readAt === null).length
          expect(counts.read()[type]).toEqual({ total: ofType.length, unread })
        }
      }),
      { numRuns: 50 },
    )
  })
})
