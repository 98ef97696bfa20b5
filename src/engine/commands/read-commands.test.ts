/** What is read of the history, through a whole engine. */
import { describe, expect, it } from 'vitest'
import type { Filter } from '../../contract/commands.ts'
import { plainFrames, startFilled } from '../filled-engine.ts'

const hourMs = 3_600_000

describe('getStory', () => {
  it('answers null for a row that there is not', async () => {
    const app = startFilled(plainFrames(1))
    expect(await app.engine.handlers.getStory({ rowId: 2 })).toBeNull()
    expect((await app.engine.handlers.getStory({ rowId: 1 }))?.steps[0]?.step).toBe('received')
  })
})

describe('getSeries', () => {
  it('gives what arrived, by type, and only where something did', async () => {
    const frames = [...plainFrames(2), { type: 'error', title: 'E' }]
    const app = startFilled(frames)
    const now = app.clock.now()
    const { buckets } = await app.engine.handlers.getSeries({ unit: 'hour', from: now - 9 * hourMs, to: now })
    expect(buckets).toEqual([{ at: now - (now % hourMs), info: 2, warning: 0, error: 1, success: 0 }])
  })

  it.each([
    ['an end before its beginning', { unit: 'hour', from: 2 * hourMs, to: hourMs } as const],
    ['no number', { unit: 'day', from: Number.NaN, to: 0 } as const],
    ['an endless range', { unit: 'day', from: 0, to: Number.POSITIVE_INFINITY } as const],
    ['more than a chart can show', { unit: 'minute', from: 0, to: 1_500 * 60_000 } as const],
  ])('refuses %s with a sentence', (_what, input) => {
    const app = startFilled([])
    expect(() => app.engine.handlers.getSeries(input)).toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(/range of time .*\.$/) }),
    )
  })
})

describe('searchNotifications', () => {
  it('finds rows by word, newest first, in pages, with where the word stands', async () => {
    const app = startFilled(plainFrames(7))
    const first = await app.engine.handlers.searchNotifications({ query: 'odd', limit: 2 })
    if (first.kind !== 'found') throw new Error(first.kind)
    expect(first.rows.map(({ row }) => row.title)).toEqual(['T5 odd', 'T3 odd'])
    expect(first.rows[0]?.matches).toEqual({ title: [{ start: 3, end: 6 }], message: [] })
    expect(first.hasOlder).toBe(true)
    const beforeRowId = first.rows[1]?.row.rowId ?? 0
    const second = await app.engine.handlers.searchNotifications({ query: 'odd', limit: 2, beforeRowId })
    expect(second).toMatchObject({ kind: 'found', rows: [{ row: { title: 'T1 odd' } }], hasOlder: false })
  })

  it('without a query is the list', async () => {
    const app = startFilled(plainFrames(3))
    const found = await app.engine.handlers.searchNotifications({ query: '  ', limit: 2, beforeRowId: 3 })
    expect(found).toMatchObject({
      ...{ kind: 'found', hasOlder: false },
      rows: [{ row: { rowId: 2 }, matches: { title: [], message: [] } }, { row: { rowId: 1 } }],
    })
  })

  it('finds as read what "mark all" has covered, also before it is marked on disk', async () => {
    const app = startFilled(plainFrames(1_000))
    void app.engine.handlers.markAllAsRead({})
    expect(await app.engine.handlers.searchNotifications({ query: 'is:unread', limit: 5 })).toMatchObject({
      ...{ kind: 'found', rows: [] },
    })
  })
})

describe('a page', () => {
  const titlesOf = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title)

  it('after a row is the nearest newer ones, of a list, a filter and a search', async () => {
    const { handlers } = startFilled(plainFrames(7)).engine
    const list = { filter: {}, limit: 2 }
    const up = await handlers.listNotifications({ ...list, afterRowId: 3 })
    expect([titlesOf(up.rows), up.hasNewer, up.hasOlder]).toEqual([['T4 even', 'T3 odd'], true, true])
    const top = await handlers.listNotifications({ ...list, filter: { type: 'info' }, afterRowId: 5 })
    expect([titlesOf(top.rows), top.hasNewer, top.hasOlder]).toEqual([['T6 even', 'T5 odd'], false, true])
    const found = await handlers.searchNotifications({ query: 'odd', limit: 1, afterRowId: 2 })
    expect(found).toMatchObject({ rows: [{ row: { title: 'T3 odd' } }], hasNewer: true, hasOlder: true })
    const all = await handlers.searchNotifications({ query: '', limit: 9, afterRowId: 1 })
    expect(all).toMatchObject({ kind: 'found', hasNewer: false, hasOlder: true })
  })

  it('cannot be before one row and after another', async () => {
    const { handlers } = startFilled(plainFrames(3)).engine
    const ends = { beforeRowId: 3, afterRowId: 1, limit: 1 }
    const refused = expect.objectContaining({ code: 'bad-input' })
    await expect(handlers.listNotifications({ filter: {}, ...ends })).rejects.toEqual(refused)
    await expect(handlers.searchNotifications({ query: 'odd', ...ends })).rejects.toEqual(refused)
  })

  it('of the pinned ones is theirs alone, with every other filter', async () => {
    const { handlers } = startFilled([...plainFrames(5), { type: 'error', title: 'E' }]).engine
    void handlers.setPinned({ rowIds: [2, 4, 6], isPinned: true })
    void handlers.markAsRead({ rowIds: [4] })
    const idsOf = async (filter: Filter) =>
      (await handlers.listNotifications({ filter, limit: 5 })).rows.map(({ rowId }) => rowId)
    expect(await idsOf({ isPinned: true })).toEqual([6, 4, 2])
    expect(await idsOf({ isPinned: false })).toEqual([5, 3, 1])
    expect(await idsOf({ isPinned: true, isUnread: true })).toEqual([6, 2])
    expect(await idsOf({ isPinned: true, isUnread: false })).toEqual([4])
    expect(await idsOf({ isPinned: true, type: 'error' })).toEqual([6])
  })
})

describe('countFound', () => {
  it('counts in the order asked, and anew once something has changed', async () => {
    const { handlers } = startFilled(plainFrames(7)).engine
    const count = () => handlers.countFound({ queries: ['odd', 'type:nonsense', '', 'odd is:unread'] })
    const odd = { total: 3, unread: 3, isMore: false }
    expect(await count()).toEqual({ counts: [odd, null, { total: 7, unread: 7, isMore: false }, odd] })
    void handlers.markAsRead({ rowIds: [2] })
    void handlers.deleteNotifications({ rowIds: [1] })
    expect((await count()).counts.map((each) => each && [each.total, each.unread])).toEqual([
      ...[[3, 2], null, [6, 5]],
      [2, 2],
    ])
  })
})

describe('getFacets', () => {
  it('tells what would narrow a query, and nothing for one that means nothing', async () => {
    const { handlers } = startFilled([...plainFrames(3), { type: 'error', title: 'T odd' }]).engine
    expect(await handlers.getFacets({ query: 'odd' })).toEqual({
      facets: ['info', 'error'].map((value) => ({ operator: 'type', value, count: 1 })),
      isMore: false,
    })
    expect(await handlers.getFacets({ query: 'type:' })).toEqual({ facets: [], isMore: false })
  })
})

describe('getNoiseReport', () => {
  it('tells what came most in the last seven days', async () => {
    const app = startFilled(
      Array.from({ length: 4 }, (_, number) => ({ type: 'info', title: `Build ${number}` })),
    )
    expect(await app.engine.handlers.getNoiseReport({})).toMatchObject({
      items: [{ type: 'info', titlePattern: 'Build #', title: 'Build 3', count: 4, unreadCount: 4 }],
      ...{ scanned: 4, since: app.clock.now() - 7 * 24 * hourMs },
    })
  })
})
