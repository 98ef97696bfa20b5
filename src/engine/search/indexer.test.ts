import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { foundIds, historyUnderTest, indexAll } from './index-under-test.ts'

describe('indexing', () => {
  it('goes on from where it was, oldest first, and says what is left', () => {
    const { add, open } = historyUnderTest()
    for (let at = 0; at < 5; at++) add({ title: 'disk' })
    const index = open()
    expect(index.indexSlice(2)).toEqual({ indexed: 2, behind: 3 })
    expect(index.indexSlice(2)).toEqual({ indexed: 2, behind: 1 })
    index.close()
    const again = open()
    expect(again.indexSlice(2)).toEqual({ indexed: 1, behind: 0 })
    expect(again.indexSlice(2)).toEqual({ indexed: 0, behind: 0 })
    add({ title: 'dish' })
    expect(again.indexSlice(2)).toEqual({ indexed: 1, behind: 0 })
    expect(foundIds(again, 'dish')).toEqual([6])
  })

  it('merges what many slices have left, once it is worth it, and finds the same', () => {
    const { add, open, files } = historyUnderTest()
    const index = open()
    const segments = (): number => {
      using file = new DatabaseSync(files.indexPath, { readOnly: true })
      return Number(file.prepare('SELECT count(DISTINCT segid) AS number FROM words_idx').get()?.['number'])
    }
    for (let at = 0; at < 5_100; at++) add({ title: `disk ${at}` })
    while (index.indexSlice(700).behind > 0);
    const before = { segments: segments(), found: foundIds(index, 'disk') }
    let steps = 0
    while (index.mergeSlice()) steps += 1
    expect(before.segments).toBeGreaterThan(1)
    expect(steps).toBeGreaterThan(0)
    expect({ segments: segments(), found: foundIds(index, 'disk') }).toEqual({ ...before, segments: 1 })
    add({ title: 'disk' })
    indexAll(index)
    expect(index.mergeSlice()).toBe(false)
    expect(segments()).toBe(2)
  })

  it('is caught up at the end of a whole slice', () => {
    const { add, open } = historyUnderTest()
    add({})
    add({})
    expect(open().indexSlice(2)).toEqual({ indexed: 2, behind: 0 })
  })

  it('learns the shapes that came after it was opened', () => {
    const { add, open } = historyUnderTest()
    const index = open()
    const known = add({ title: 'disk' })
    indexAll(index)
    const other = add({ type: 'success', title: 'disk', completion_time: '3s' })
    expect(foundIds(index, 'disk')).toEqual([other, known])
    indexAll(index)
    expect(foundIds(index, 'disk type:success')).toEqual([other])
  })

  it('shows a stored frame that is no notification to this version as its own text', () => {
    const { add, open, history } = historyUnderTest()
    const rowId = add({ title: 'x' })
    history.exec(`UPDATE notifications SET shape_id = 0, type = 2, frame = '{"longer":"json"}'`)
    const index = open()
    expect(foundIds(index, '"longer json" type:error')).toEqual([rowId])
    indexAll(index)
    expect(foundIds(index, '"longer json"')).toEqual([rowId])
  })

  it('is not held up by a row that cannot be read', () => {
    const { add, open, history } = historyUnderTest()
    add({ title: 'disk' })
    const rowId = add({ title: 'disk' })
    history.exec(`UPDATE notifications SET shape_id = 0, frame = 'damaged' WHERE row_id < ${rowId}`)
    const index = open()
    expect(foundIds(index, 'disk')).toEqual([rowId])
    expect(index.indexSlice(9)).toEqual({ indexed: 2, behind: 0 })
    expect(foundIds(index, 'disk')).toEqual([rowId])
  })

  it('takes out what was removed, whether it was indexed or not, and says which', () => {
    const { add, open, history } = historyUnderTest()
    for (let at = 0; at < 4; at++) add({ title: 'disk' })
    const index = open()
    index.indexSlice(3)
    history.exec('INSERT INTO removed_rows SELECT row_id FROM notifications WHERE row_id > 1')
    history.exec('DELETE FROM notifications WHERE row_id > 1')
    expect(foundIds(index, 'disk')).toEqual([1])
    expect(index.dropRemoved(2)).toEqual([2, 3])
    history.exec('DELETE FROM removed_rows WHERE row_id IN (2, 3)')
    expect(index.dropRemoved(2)).toEqual([4])
    expect(index.dropRemoved(2)).toEqual([4])
    history.exec('DELETE FROM removed_rows')
    expect(index.dropRemoved(2)).toEqual([])
    indexAll(index)
    expect(foundIds(index, 'disk')).toEqual([1])
    expect(foundIds(index, '-nothing')).toEqual([1])
  })
})
