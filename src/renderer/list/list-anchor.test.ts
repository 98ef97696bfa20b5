import { expect, test } from 'vitest'
import { createListAnchor, findAnchor } from './list-anchor.ts'
import { sampleRow, sampleRows } from './sample-rows.ts'

const part = (rows: ReturnType<typeof sampleRows>, hasOlder = true, hasNewer = false) => ({
  ...{ rows, hasOlder, hasNewer },
})

test('the row that was at the top is found, with the part of it that was above', () => {
  expect(findAnchor(part(sampleRows(9, 1)), { rowId: 7, offsetPx: 30 })).toEqual({
    ...{ kind: 'here', index: 2, offsetPx: 30 },
  })
})

test('a row that is gone has its place taken by the next older one, whole', () => {
  const rows = [sampleRow(9), sampleRow(5), sampleRow(4)]
  expect(findAnchor(part(rows), { rowId: 7, offsetPx: 30 })).toEqual({ kind: 'here', index: 1, offsetPx: 0 })
})

test('a row beyond either end of what was read is elsewhere, where there is more', () => {
  const [below, above] = [
    { rowId: 1, offsetPx: 0 },
    { rowId: 400, offsetPx: 0 },
  ]
  expect(findAnchor(part(sampleRows(300, 200)), below).kind).toBe('elsewhere')
  expect(findAnchor(part(sampleRows(300, 200), false), below).kind).toBe('nowhere')
  expect(findAnchor(part(sampleRows(300, 200), true, true), above).kind).toBe('elsewhere')
  expect(findAnchor(part(sampleRows(300, 200)), above)).toEqual({ kind: 'here', index: 0, offsetPx: 0 })
  expect(findAnchor(part([], false), below).kind).toBe('nowhere')
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
