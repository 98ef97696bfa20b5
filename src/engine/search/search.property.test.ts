/** What the index finds is what reading every row finds, however much of the history is indexed, page by page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { removeIndexFile } from './index-file.ts'
import { foundIds, historyUnderTest, indexAll, queryOf } from './index-under-test.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'

const word = fc.constantFrom(
  'disk',
  'dish',
  'full',
  'é',
  'Cafe\u0301',
  'a-b',
  'b',
  '磁盘',
  '盘',
  'Straße',
  'd',
  '-',
  '.',
  '\ue000',
  '5',
)
const sentence = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
const row = fc.record(
  {
    title: sentence,
    message: sentence,
    type: fc.constantFrom('info', 'warning', 'error', 'success', 'foreign'),
    priority: fc.constantFrom('low', 'high', 'no such'),
    action_required: fc.boolean(),
    retry_allowed: fc.boolean(),
    error_code: fc.constantFrom(0, 503, 65_535, 65_536, -1, 1.5),
  },
  { requiredKeys: ['title', 'message', 'type'] },
)
const part = fc.constantFrom(
  ...[
    'disk',
    'full',
    'e',
    'cafe',
    'a-b',
    'b',
    '盘',
    '磁*',
    'strasse',
    'di*',
    'ful*',
    '"disk full"',
    '"full di"*',
    '"b 磁"',
  ],
  ...[
    'type:info',
    'type:error',
    'type:warning',
    'priority:high',
    'has:action',
    'has:retry',
    'code:503',
    'code:0',
    'code:65535',
  ],
  ...['is:unread', 'is:read', 'is:pinned'],
)
const query = fc
  .array(fc.tuple(fc.boolean(), part), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([isNegative, text]) => (isNegative ? `-${text}` : text)).join(' '))

/** Through all pages. */
function pagedIds(index: SearchIndex, text: string, direction: 'newest' | 'oldest'): number[] {
  const ids: number[] = []
  for (;;) {
    const page = { direction, from: ids.at(-1) ?? null, limit: 3, isCancelled: () => false }
    const more = index.foundRowIds(queryOf(text), page) ?? []
    expect(more.length).toBeLessThanOrEqual(3)
    ids.push(...more)
    if (more.length < 3) return ids
  }
}

describe('any query over any history', () => {
  it('finds the same by index, by reading, and by both', () => {
    const { add, history, files } = historyUnderTest()
    const rows = fc.array(fc.tuple(row, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 30 })
    const queries = fc.array(query, { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(rows, queries, fc.nat(30), (all, texts, cut) => {
        history.exec('DELETE FROM notifications')
        for (const [fields, isRead, isPinned] of all) {
          add(fields, { readAt: isRead ? 1 : null, pinnedAt: isPinned ? 1 : null })
        }
        removeIndexFile(files.indexPath)
        const index = openSearchIndex(files)
        const unindexed = texts.map((text) => foundIds(index, text))
        index.indexSlice(cut)
        expect(texts.map((text) => foundIds(index, text))).toEqual(unindexed)
        expect(texts.map((text) => pagedIds(index, text, 'oldest').reverse())).toEqual(unindexed)
        indexAll(index)
        expect(texts.map((text) => foundIds(index, text))).toEqual(unindexed)
        expect(texts.map((text) => pagedIds(index, text, 'newest'))).toEqual(unindexed)
        expect(texts.map((text) => pagedIds(index, text, 'oldest').reverse())).toEqual(unindexed)
        index.close()
      }),
      { numRuns: 60 },
    )
  })
})
