import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { foundIds, historyUnderTest, indexAll, queryOf } from './index-under-test.ts'

const hour = 3_600_000
const never = () => false

describe('search', () => {
  it('gives rows as lists show them, with where the words stand', () => {
    const { add, open } = historyUnderTest()
    const rowId = add({
      type: 'error',
      title: 'Disk full',
      message: `the disk ${'x'.repeat(3_000)}`,
      error_code: 503,
    })
    const index = open()
    indexAll(index)
    const found = index.search(queryOf('DISK code:503'), {
      direction: 'newest',
      from: null,
      limit: 5,
      isCancelled: never,
    })
    expect(found).toMatchObject({
      rows: [
        {
          row: {
            rowId,
            type: 'error',
            title: 'Disk full',
            isCut: true,
            errorCode: 503,
            acknowledgement: 'none',
          },
          matches: { title: [{ start: 0, end: 4 }], message: [{ start: 4, end: 8 }] },
        },
      ],
      hasOlder: false,
    })
  })

  it('gives pages, newest first, and tells whether there are older ones', () => {
    const { add, open } = historyUnderTest()
    const ids = Array.from({ length: 5 }, () => add({ title: 'disk' })).reverse()
    const index = open()
    index.indexSlice(3)
    const page = (from: number | null) =>
      index.search(queryOf('disk'), { direction: 'newest', from, limit: 2, isCancelled: never })
    const pages = [page(null), page(ids[1] ?? 0), page(ids[3] ?? 0)]
    expect(pages.map((each) => each?.rows.map(({ row }) => row.rowId))).toEqual([
      ids.slice(0, 2),
      ids.slice(2, 4),
      ids.slice(4),
    ])
    expect(pages.map((each) => each?.hasOlder)).toEqual([true, true, false])
  })

  it('finds no phrase that begins in the title and ends in the message', () => {
    const { add, open } = historyUnderTest()
    add({ title: 'disk', message: 'full' })
    const index = open()
    for (const indexed of [0, 1]) {
      index.indexSlice(indexed)
      expect(foundIds(index, '"disk full"')).toEqual([])
      expect(foundIds(index, 'disk full')).toHaveLength(1)
    }
  })

  it('finds by what the notification is', () => {
    const { add, open } = historyUnderTest()
    const info = add({ type: 'info', priority: 'high' })
    const warning = add({ type: 'warning', action_required: true })
    const error = add({ type: 'error', error_code: 503, retry_allowed: true })
    const success = add({ type: 'success', action_required: true, error_code: 503, priority: 'high' })
    const index = open()
    for (const limit of [0, 9]) {
      index.indexSlice(limit)
      expect(foundIds(index, 'type:success')).toEqual([success])
      expect(foundIds(index, 'priority:high')).toEqual([info])
      expect(foundIds(index, 'has:action')).toEqual([warning])
      expect(foundIds(index, 'has:retry')).toEqual([error])
      expect(foundIds(index, 'code:503')).toEqual([error])
      expect(foundIds(index, '-type:success -code:503')).toEqual([warning, info])
    }
  })

  it('takes no text for a facet', () => {
    const { add, open } = historyUnderTest()
    add({ type: 'info', title: '\ue002 \u{1001f7} x' })
    const index = open()
    indexAll(index)
    expect(foundIds(index, 'type:error')).toEqual([])
    expect(foundIds(index, 'code:503')).toEqual([])
    expect(foundIds(index, 'type:info x')).toHaveLength(1)
  })

  it('keeps to dates, though imported rows lie among younger ones', () => {
    const { add, open } = historyUnderTest()
    const midday = new Date(2026, 4, 10, 12, 30).getTime()
    const young = [
      add({ title: 'a' }, { receivedAt: midday }),
      add({ title: 'b' }, { receivedAt: midday + 50 * hour }),
    ]
    const imported = add({ title: 'c' }, { receivedAt: midday - 30 * hour })
    const index = open()
    indexAll(index)
    expect(foundIds(index, 'before:2026-05-10')).toEqual([imported])
    expect(foundIds(index, 'before:2026-05-10T12:30')).toEqual([imported])
    expect(foundIds(index, 'before:2026-05-10T12:31')).toEqual([imported, young[0]])
    expect(foundIds(index, 'after:2026-05-10T12:30')).toEqual([young[1], young[0]])
    expect(foundIds(index, 'after:2026-05-10T12:31 before:2030-01-01')).toEqual([young[1]])
    expect(foundIds(index, 'b after:2026-05-11')).toEqual([young[1]])
    expect(foundIds(index, 'after:2040-01-01')).toEqual([])
    expect(foundIds(index, 'before:1999-01-01')).toEqual([])
  })

  it('looks for a part of the address, whatever its case', () => {
    const { add, open } = historyUnderTest()
    const [one, two] = [add({ title: 'a' }, { sourceId: 1 }), add({ title: 'b' }, { sourceId: 2 })]
    const index = open()
    indexAll(index)
    expect(foundIds(index, 'source:ALERTS')).toEqual([two])
    expect(foundIds(index, 'source:"ws/notify"')).toEqual([one])
    expect(foundIds(index, 'source:alice source:feed')).toEqual([two, one])
    expect(foundIds(index, '-source:alice')).toEqual([two])
    expect(foundIds(index, 'b source:alice')).toEqual([])
    expect(foundIds(index, 'source:nowhere')).toEqual([])
  })

  it('hides what a deletion hides, and shows it again after an undo', () => {
    const { add, open, history } = historyUnderTest()
    const rowId = add({ title: 'disk' }, { deletionId: 1, pinnedAt: 1 })
    const index = open()
    const queries = ['disk', '', 'is:unread', 'is:pinned', 'disk is:pinned']
    const all = () => queries.map((text) => foundIds(index, text))
    expect(all()).toEqual([[], [], [], [], []])
    indexAll(index)
    expect(all()).toEqual([[], [], [], [], []])
    history.exec('UPDATE notifications SET deletion_id = NULL')
    expect(all()).toEqual([[rowId], [rowId], [rowId], [rowId], [rowId]])
  })

  it('counts rows as read that are being marked in slices', () => {
    const { add, open, history } = historyUnderTest()
    const ids = [add({ title: 'disk' }), add({ title: 'disk' }), add({ title: 'disk' })]
    const index = open()
    indexAll(index)
    history.exec(`INSERT INTO read_jobs (before_row_id, read_at) VALUES (${ids[2]}, 5)`)
    for (const word of ['', 'disk ']) {
      expect(foundIds(index, `${word}is:unread`)).toEqual([ids[2]])
      expect(foundIds(index, `${word}is:read`)).toEqual([ids[1], ids[0]])
      expect(foundIds(index, `${word}-is:unread`)).toEqual([ids[1], ids[0]])
    }
  })

  it('finds by words among many unread and pinned rows as it does among few', () => {
    const { add, open, history } = historyUnderTest()
    history.exec('BEGIN')
    const ids = Array.from({ length: 1_200 }, (_, at) =>
      add({ title: at % 100 === 0 ? 'disk' : 'x' }, { readAt: at % 200 === 0 ? 1 : null, pinnedAt: 1 }),
    )
    history.exec('COMMIT')
    const index = open()
    indexAll(index)
    const wanted = ids.filter((_, at) => at % 200 === 100).reverse()
    expect(foundIds(index, 'disk is:unread')).toEqual(wanted)
    expect(foundIds(index, 'disk is:pinned -is:read')).toEqual(wanted)
    history.exec(`UPDATE notifications SET pinned_at = NULL WHERE row_id < ${ids[800]}`)
    expect(foundIds(index, 'disk is:pinned is:unread')).toEqual(wanted.filter((id) => id >= (ids[800] ?? 0)))
  })

  it('is cancelled between its steps, and works on afterwards', () => {
    const { add, open } = historyUnderTest()
    add({ title: 'disk' })
    const index = open()
    const page = { direction: 'newest', from: null, limit: 5 } as const
    for (const text of ['disk', '', 'is:unread']) {
      expect(index.search(queryOf(text), { ...page, isCancelled: () => true })).toBeNull()
      expect(index.search(queryOf(text), { ...page, isCancelled: never })?.rows).toHaveLength(1)
    }
  })

  it('is cancelled in the middle of reading rows that are not indexed yet', () => {
    const { add, open, history } = historyUnderTest()
    history.exec('BEGIN')
    for (let at = 0; at < 1_000; at++) add({ title: 'x' })
    history.exec('COMMIT')
    const index = open()
    let asked = 0
    const isCancelled = () => ++asked > 3
    expect(
      index.search(queryOf('disk'), { direction: 'newest', from: null, limit: 5, isCancelled }),
    ).toBeNull()
    expect(asked).toBe(4)
  })
})

describe('the list by a filter', () => {
  it('finds by type and by read state', () => {
    const { add, open } = historyUnderTest()
    const read = add({ type: 'error' }, { readAt: 1 })
    const unread = add({ type: 'error' })
    const info = add({ type: 'info' })
    const index = open()
    index.indexSlice(1)
    const list = (filter: Parameters<typeof index.listByFilter>[0]) =>
      index
        .listByFilter(filter, { direction: 'newest', from: null, limit: 5, isCancelled: never })
        ?.rows.map((row) => row.rowId)
    expect(list({})).toEqual([info, unread, read])
    expect(list({ type: 'error' })).toEqual([unread, read])
    expect(list({ type: 'error', isUnread: true })).toEqual([unread])
    expect(list({ isUnread: false })).toEqual([read])
  })
})

describe('beside others', () => {
  it('leaves the history to whoever writes it, in the middle of a search', () => {
    const { add, open, files } = historyUnderTest()
    add({ title: 'disk' })
    const index = open()
    using writer = new DatabaseSync(files.historyPath, { timeout: 0 })
    let written = 0
    const isCancelled = () => {
      writer.exec('UPDATE notifications SET pinned_at = 1')
      written += 1
      return false
    }
    expect(
      index.search(queryOf('disk'), { direction: 'newest', from: null, limit: 5, isCancelled })?.rows,
    ).toHaveLength(1)
    expect(written).toBeGreaterThan(0)
  })

  it('begins a damaged index anew, and finds everything meanwhile', () => {
    const { add, open, files } = historyUnderTest()
    const ids = [add({ title: 'disk' }), add({ title: 'disk' })].reverse()
    const index = open()
    indexAll(index)
    using other = new DatabaseSync(files.indexPath, { defensive: false })
    other.exec('UPDATE words_data SET block = zeroblob(3) WHERE id > 10')
    expect(foundIds(index, 'disk')).toEqual(ids)
    expect(index.indexSlice(5)).toEqual({ indexed: 2, behind: 0 })
    expect(foundIds(index, 'disk')).toEqual(ids)
  })
})
