import { expect, test } from 'vitest'
import { anchorDepth, createListAnchor, findAnchor } from './list-anchor.ts'
import { sampleRow, sampleRows } from './sample-rows.ts'

test('the row that was at the top is found, with the part of it that was above', () => {
  expect(findAnchor(sampleRows(9, 1), true, { rowId: 7, offsetPx: 30 })).toEqual({
    ...{ kind: 'here', index: 2, offsetPx: 30 },
  })
})

test('a row that is gone has its place taken by the next older one, whole', () => {
  const rows = [sampleRow(9), sampleRow(5), sampleRow(4)]
  expect(findAnchor(rows, true, { rowId: 7, offsetPx: 30 })).toEqual({ kind: 'here', index: 1, offsetPx: 0 })
})

test('a row further down is worth reading on for, to a limit and not past the end', () => {
  const anchor = { rowId: 1, offsetPx: 0 }
  expect(findAnchor(sampleRows(300, 200), true, anchor).kind).toBe('below')
  expect(findAnchor(sampleRows(300, 200), false, anchor).kind).toBe('nowhere')
  expect(findAnchor(sampleRows(9_000, 9_001 - anchorDepth), true, anchor).kind).toBe('nowhere')
  expect(findAnchor([], false, anchor).kind).toBe('nowhere')
})

test('what is dropped is told to whoever is on the way back', () => {
  const kept = createListAnchor({ rowId: 7, offsetPx: 3 })
  const before = kept.dropCount()
  kept.note({ rowId: 6, offsetPx: 0 })
  expect(kept.read()).toEqual({ rowId: 6, offsetPx: 0 })
  expect(kept.dropCount()).toBe(before)
  kept.drop()
  expect(kept.read()).toBeNull()
  expect(kept.dropCount()).not.toBe(before)
})
