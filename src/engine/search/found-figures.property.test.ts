/** Counts and facets of what a query finds equal what the searches themselves find. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetWords } from './facets.ts'
import { removeIndexFile } from './index-file.ts'
import { foundIds, historyUnderTest, queryOf } from './index-under-test.ts'
import { openSearchIndex } from './search-index.ts'

const row = fc.record(
  {
    type: fc.constantFrom('info', 'warning', 'error', 'foreign'),
    title: fc.constantFrom('disk', 'disk full', 'backup'),
    priority: fc.constantFrom('low', 'medium', 'high', 'no such'),
    action_required: fc.boolean(),
    retry_allowed: fc.boolean(),
    error_code: fc.constantFrom(0, 503, 65_535, 65_536, 1.5),
  },
  { requiredKeys: ['type', 'title'] },
)
const rows = fc.array(fc.record({ row, isRead: fc.boolean(), isPinned: fc.boolean() }), { maxLength: 30 })
const query = fc.constantFrom(
  ...['', 'disk', '-full', 'type:error', 'type:error type:info', '-type:error', 'code:503', 'disk code:0'],
  ...['is:unread', '-is:read', 'is:pinned', 'has:action', '-has:retry', 'priority:high is:read', 'nothing'],
)
const offered = [
  ...['info', 'warning', 'error', 'success'].map((value) => `type:${value}`),
  ...['unread', 'read', 'pinned'].map((value) => `is:${value}`),
  ...['low', 'medium', 'high'].map((value) => `priority:${value}`),
  ...['0', '503', '65535'].map((value) => `code:${value}`),
  ...['action', 'retry'].map((value) => `has:${value}`),
]
const never = () => false

describe('of any query over any history', () => {
  it('the counts are a recount, and each facet what adding it would leave', () => {
    const { add, history, files } = historyUnderTest()
    fc.assert(
      fc.property(rows, fc.array(query, { minLength: 8, maxLength: 8 }), fc.nat(30), (all, texts, cut) => {
        history.exec('DELETE FROM notifications; UPDATE row_ids SET next_row_id = 1')
        for (const { row: fields, isRead, isPinned } of all) {
          add(fields, { readAt: isRead ? 1 : null, pinnedAt: isPinned ? 1 : null })
        }
        removeIndexFile(files.indexPath)
        const index = openSearchIndex(files)
        index.indexSlice(cut)
        const numberOf = (text: string): number => foundIds(index, text)?.length ?? -1
        for (const text of texts) {
          const total = numberOf(text)
          const unread = numberOf(`${text} is:unread`)
          expect(index.countFound(queryOf(text), never)).toEqual({ total, unread, isMore: false })
          const narrowing = offered
            .map((facet) => [facet, numberOf(`${text} ${facet}`)] as const)
            .filter(([, left]) => left > 0 && left < total)
          const { facets = [], isMore } = index.countFacets(queryOf(text), never) ?? {}
          const told = facets.map(({ operator, value, count }) => [`${operator}:${value}`, count])
          expect(Object.fromEntries(told)).toEqual(Object.fromEntries(narrowing))
          expect(isMore).toBe(false)
        }
        index.close()
      }),
      { numRuns: 60 },
    )
  })

  it('a facet is called as it is written', () => {
    for (const text of offered.filter((each) => !each.startsWith('is:'))) {
      const [facet = ''] = queryOf(text).facets.flat()
      const { operator, value } = facetWords(facet)
      expect(`${operator}:${value}`).toBe(text)
    }
  })
})
