import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../history/database.ts'
import { openStorage, type StorageUnderTest } from '../storage-under-test.ts'

const frame = (title: string) => ({ type: 'info', title })

const recounted = ({ storage }: StorageUnderTest): number =>
  Number(
    storage.database
      .prepare('SELECT count(*) AS n FROM notifications WHERE pinned_at IS NOT NULL AND deletion_id IS NULL')
      .get()?.['n'],
  )

type Step = (app: StorageUnderTest) => void
const rowIds = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
const steps: fc.Arbitrary<Step> = fc.oneof(
  rowIds.map(
    (ids): Step =>
      ({ storage }) =>
        void storage.history.setPinned(ids, 5),
  ),
  rowIds.map(
    (ids): Step =>
      ({ storage }) =>
        void storage.history.setPinned(ids, null),
  ),
  fc.tuple(rowIds, fc.boolean()).map(
    ([ids, keepsPinned]): Step =>
      ({ storage }) => {
        const { deletions } = storage
        deletions.hide(deletions.start(1), ids, keepsPinned)
      },
  ),
  fc.constant<Step>(({ storage }) => {
    const last = storage.deletions.unfinished().at(-1)
    if (last !== undefined) while (storage.deletions.restoreSlice(last.deletionId) > 0);
  }),
  fc.constant<Step>(({ storage }) => {
    const first = storage.deletions.unfinished()[0]
    if (first !== undefined) while (storage.deletions.removeSlice(first.deletionId) > 0);
  }),
  fc.constant<Step>(({ storage }) => {
    storage.retention.begin()
    storage.retention.slice({ retentionDays: 0, retentionCount: 3 }, 1)
  }),
  fc.boolean().map(
    (isPinned): Step =>
      ({ storage }) => {
        const imported = {
          receivedAt: 1,
          sourceAddress: 's',
          readAt: null,
          frame: '{"type":"info","title":"I"}',
        }
        storage.importRows([{ ...imported, pinnedAt: isPinned ? 1 : null }])
      },
  ),
)

describe('the number of pinned notifications', () => {
  it('equals a recount, whatever happens to them, and after a restart', () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 4, maxLength: 16 }), (all) => {
        const app = openStorage()
        app.arrive(...Array.from({ length: 5 }, (_, number) => frame(`T${number}`)))
        for (const step of all) {
          step(app)
          expect(app.storage.pinnedCount.read()).toBe(recounted(app))
        }
        const number = recounted(app)
        app.close()
        const again = openStorage(app.dataDir, app.clock)
        expect(again.storage.pinnedCount.read()).toBe(number)
        again.close()
      }),
      { numRuns: 40 },
    )
  })

  it('is as before where the change is rolled back', () => {
    const { storage, arrive } = openStorage()
    storage.history.setPinned(arrive(frame('A'), frame('B')), 5)
    const change = () =>
      inTransaction(storage.database, () => {
        storage.pinnedCount.add(-1)
        throw new Error('The disk is full.')
      })
    expect(change).toThrow('full')
    expect(storage.pinnedCount.read()).toBe(2)
  })
})
