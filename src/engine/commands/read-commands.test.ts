/** What is read of the history, through a whole engine. */
import { describe, expect, it } from 'vitest'
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
