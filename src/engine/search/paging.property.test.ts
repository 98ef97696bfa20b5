/** Pages up and down, from any row: the nearest rows in order, and what lies beyond both ends told truly. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Filter } from '../../contract/commands.ts'
import { createRowLists } from '../history/row-lists.ts'
import type { Listed, RowPage } from '../history/row-page.ts'
import { removeIndexFile } from './index-file.ts'
import { foundIds, historyUnderTest, queryOf } from './index-under-test.ts'
import { openSearchIndex } from './search-index.ts'

const row = fc.record({
  type: fc.constantFrom('info', 'error'),
  title: fc.constantFrom('disk', 'disk full', 'backup'),
  isRead: fc.boolean(),
  isPinned: fc.boolean(),
  isHidden: fc.constantFrom(false, false, false, true),
})
const page: fc.Arbitrary<RowPage> = fc.record({
  direction: fc.constantFrom('newest', 'oldest'),
  from: fc.option(fc.nat(32)),
  limit: fc.integer({ min: 1, max: 5 }),
})
const filter: fc.Arbitrary<Filter> = fc.record(
  { type: fc.constantFrom('info', 'error'), isUnread: fc.boolean(), isPinned: fc.boolean() },
  { requiredKeys: [] },
)
const query = fc.constantFrom(
  ...['disk', 'disk -full', 'di*', '-backup', 'type:error', 'is:unread', '-is:pinned', 'full is:pinned'],
)

/** @param all the ids of the rows that are meant, newest first */
function expected(all: readonly number[], { direction, from, limit }: RowPage) {
  const isDown = direction === 'newest'
  const beyond = (isDown ? all : all.toReversed()).filter(
    (rowId) => from === null || (isDown ? rowId < from : rowId > from),
  )
  const taken = beyond.slice(0, limit)
  const [hasBeyond, hasBehind] = [beyond.length > limit, beyond.length < all.length]
  return isDown
    ? { rowIds: taken, hasOlder: hasBeyond, hasNewer: hasBehind }
    : { rowIds: taken.toReversed(), hasOlder: hasBehind, hasNewer: hasBeyond }
}

const summed = ({ rows, ...ends }: Listed<{ readonly rowId: number }>) => ({
  ...{ rowIds: rows.map(({ rowId }) => rowId), ...ends },
})

describe('a page', () => {
  it('of any list, filter or search is the nearest rows, with both ends told', () => {
    const { add, history, shapes, files } = historyUnderTest()
    const lists = createRowLists(history, shapes)
    const isCancelled = () => false
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 30 }),
        fc.array(fc.tuple(page, filter, query), { minLength: 20, maxLength: 20 }),
        fc.nat(30),
        (rows, asks, indexed) => {
          history.exec('DELETE FROM notifications; UPDATE row_ids SET next_row_id = 1')
          const there = rows
            .map(({ isRead, isPinned, isHidden, ...fields }) => {
              const marks = { readAt: isRead ? 1 : null, pinnedAt: isPinned ? 1 : null }
              const rowId = add(fields, { ...marks, deletionId: isHidden ? 1 : null })
              return { rowId, isUnread: !isRead, isPinned, isHidden, type: fields.type }
            })
            .filter(({ isHidden }) => !isHidden)
            .toReversed()
          removeIndexFile(files.indexPath)
          const index = openSearchIndex(files)
          index.indexSlice(indexed)
          const ids = ({ type, isUnread, isPinned }: Filter) =>
            there
              .filter((each) => type === undefined || each.type === type)
              .filter((each) => isUnread === undefined || each.isUnread === isUnread)
              .filter((each) => isPinned === undefined || each.isPinned === isPinned)
              .map(({ rowId }) => rowId)
          for (const [ask, wanted, text] of asks) {
            expect(summed(lists.page('all', ask))).toEqual(expected(ids({}), ask))
            expect(summed(lists.page('unread', ask))).toEqual(expected(ids({ isUnread: true }), ask))
            expect(summed(lists.page('pinned', ask))).toEqual(expected(ids({ isPinned: true }), ask))
            const filtered = index.listByFilter(wanted, { ...ask, isCancelled })
            expect(filtered && summed(filtered)).toEqual(expected(ids(wanted), ask))
            const found = index.search(queryOf(text), { ...ask, isCancelled })
            const foundRows = found && { ...found, rows: found.rows.map((each) => each.row) }
            expect(foundRows && summed(foundRows)).toEqual(expected(foundIds(index, text) ?? [], ask))
          }
          index.close()
        },
      ),
      { numRuns: 40 },
    )
  })
})
