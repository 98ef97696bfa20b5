import { describe, expect, test } from 'vitest'
import type { CommandInput, CommandOutput } from '../../contract/commands.ts'
import { rowLimit } from '../list/list-window.ts'
import { arrival, sampleCounts, sampleRow, sampleRows } from '../list/sample-rows.ts'
import { sampleSnapshot } from './sample-snapshot.ts'
import { type StoreUnderTest, storeUnderTest } from './store-under-test.ts'

const total = 10_000

/** Pages as the engine's, of rows 1 to `total`. */
function page({
  beforeRowId,
  afterRowId,
  limit,
}: CommandInput<'listNotifications'>): CommandOutput<'listNotifications'> {
  const [newest, oldest] =
    afterRowId === undefined
      ? [(beforeRowId ?? total + 1) - 1, Math.max(1, (beforeRowId ?? total + 1) - limit)]
      : [Math.min(total, afterRowId + limit), afterRowId + 1]
  return { rows: sampleRows(newest, oldest), hasOlder: oldest > 1, hasNewer: newest < total }
}

async function start(): Promise<StoreUnderTest> {
  const newest = sampleRows(total, total - 99)
  const under = await storeUnderTest(sampleSnapshot({ newest, counts: sampleCounts(total) }))
  under.answerBy('listNotifications', page)
  return under
}

const ends = (under: StoreUnderTest): (number | undefined)[] => {
  const { rows } = under.shown().list
  return [rows[0]?.rowId, rows.at(-1)?.rowId]
}

/** As the list does it: read at a row, it asks for the page beyond. */
async function turnPage(under: StoreUnderTest, towards: 'older' | 'newer'): Promise<void> {
  const { rows } = under.shown().list
  const at = towards === 'older' ? rows.at(-20) : rows[20]
  under.store.list.setHolding(true)
  under.store.listAnchor.note(at === undefined ? null : { rowId: at.rowId, offsetPx: 0 })
  if (towards === 'older') under.store.list.loadOlder()
  else under.store.list.loadNewer()
  await under.frame()
}

/** Rows are a part of all, without a hole, and not too many. */
function check(under: StoreUnderTest): void {
  const { rows } = under.shown().list
  const top = rows[0]?.rowId ?? 0
  expect(rows.map(({ rowId }) => rowId)).toEqual(rows.map((_, index) => top - index))
  expect(rows.length).toBeLessThanOrEqual(rowLimit)
}

describe('paging through ten thousand rows', () => {
  test('down to the last and up to the first keeps a part of them, and leaves none out', async () => {
    const under = await start()
    const seen = new Set<number>()
    const walk = async (towards: 'older' | 'newer', hasMore: () => boolean): Promise<void> => {
      for (let pages = 0; hasMore() && pages < 100; pages += 1) {
        await turnPage(under, towards)
        check(under)
        for (const { rowId } of under.shown().list.rows) seen.add(rowId)
      }
    }
    await walk('older', () => under.shown().list.hasOlder)
    expect(ends(under)[1]).toBe(1)
    expect(seen.size).toBe(total)
    await walk('newer', () => under.shown().list.hasNewer)
    expect(ends(under)[0]).toBe(total)
    expect(under.shown().list).toMatchObject({ newerCount: 0, heldCount: 0 })
  })

  test('what arrives meanwhile is counted, and is there when it is jumped to', async () => {
    const under = await start()
    for (let pages = 0; pages < 12; pages += 1) await turnPage(under, 'older')
    under.change(11, arrival(sampleRow(total + 1), sampleRow(total + 2)))
    await under.frame()
    expect(under.shown().list).toMatchObject({ heldCount: 2, held: [], hasNewer: true })
    under.answer('listNotifications', {
      ...{ rows: sampleRows(total + 2, total - 100), hasOlder: true, hasNewer: false },
    })
    await under.store.list.toNewest()
    await under.frame()
    expect(ends(under)[0]).toBe(total + 2)
    expect(under.shown().list).toMatchObject({ heldCount: 0, hasNewer: false })
  })

  test('End and Home go to the very ends, and stand there', async () => {
    const under = await start()
    await under.store.selection.moveToEnd('oldest', { open: false })
    await under.frame()
    expect(ends(under)[1]).toBe(1)
    expect(under.shown().selection.rowId).toBe(1)
    await under.store.selection.moveToEnd('newest', { open: false })
    await under.frame()
    expect(ends(under)[0]).toBe(total)
    expect(under.shown().selection.rowId).toBe(total)
  })

  test('a part is read around a row, and anew when the history changed there', async () => {
    const under = await start()
    under.store.list.reach(5_000)
    await under.frame()
    expect(ends(under)).toEqual([5_100, 4_801])
    expect(under.shown().list).toMatchObject({ hasNewer: true, hasOlder: true })
    under.change(11, { kind: 'history-changed', counts: sampleCounts(total) })
    await under.frame()
    expect(ends(under)).toEqual([5_100, 4_801])
    expect(under.shown().list.hasNewer).toBe(true)
  })

  test('who stands on a row that was let go of goes on from what is in sight', async () => {
    const under = await start()
    under.store.selection.select(total, { open: false, reveal: false })
    for (let pages = 0; pages < 12; pages += 1) await turnPage(under, 'older')
    const inSight = under.store.listAnchor.read()?.rowId
    under.store.selection.move(1, { open: false })
    await under.frame()
    expect(under.shown().selection.rowId).toBe(inSight)
  })
})

test('picks end with another filter or search, and lose what is deleted', async () => {
  const under = await start()
  const { store } = under
  store.picks.toggle(total)
  store.picks.toggle(total - 1)
  under.change(11, { kind: 'notifications-deleted', rowIds: [total], counts: sampleCounts(total - 1) })
  await under.frame()
  expect([...under.shown().picks.rowIds]).toEqual([total - 1])
  store.list.setFilter({ type: 'error' })
  await under.frame()
  expect(under.shown().picks.rowIds.size).toBe(0)
})

test('many picked rows are acted on in parts that a command takes', async () => {
  const under = await start()
  under.store.rows.markAsRead(sampleRows(1_500, 1).map(({ rowId }) => rowId))
  const parts = under.inputs('markAsRead').map((input) => (input as CommandInput<'markAsRead'>).rowIds.length)
  expect(parts).toEqual([1_000, 500])
})

test('a title is muted and no longer muted by the same wish', async () => {
  const under = await start()
  under.store.rows.toggleMuted(sampleRow(1, { type: 'error', title: 'Build 41 failed' }))
  const mutes = [{ type: 'error', titlePattern: 'Build # failed' }] as const
  expect(under.inputs('changeSettings')).toEqual([{ mutes }])
  const { settings } = sampleSnapshot()
  under.change(11, { kind: 'settings-changed', settings: { ...settings, mutes: [...mutes] } })
  await under.frame()
  under.store.rows.toggleMuted(sampleRow(2, { type: 'error', title: 'Build 42 failed' }))
  expect(under.inputs('changeSettings').at(-1)).toEqual({ mutes: [] })
})
