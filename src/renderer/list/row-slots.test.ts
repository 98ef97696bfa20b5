import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignSlots, noSlots, type RowSlots } from './row-slots.ts'

const slotsOf = (slots: RowSlots): number[] => [...slots.values()]

test('rows that take the place of all others take their slots, in order', () => {
  const before = assignSlots(noSlots, [5, 4, 3], null)
  expect(slotsOf(assignSlots(before, [9, 8, 7], null))).toEqual(slotsOf(before))
})

test('a row that stays keeps its slot', () => {
  const before = assignSlots(noSlots, [5, 4, 3], null)
  const after = assignSlots(before, [6, 5, 4], null)
  expect([after.get(5), after.get(4)]).toEqual([before.get(5), before.get(4)])
})

test('a slot does not change its side: what comes above takes nothing from below', () => {
  const before = assignSlots(noSlots, [5, 4, 3], null)
  const after = assignSlots(before, [6, 5, 4], null)
  expect(slotsOf(before)).not.toContain(after.get(6))
})

test("the slot of the row with the focus is nobody else's", () => {
  const before = assignSlots(noSlots, [5, 4, 3], null)
  expect(slotsOf(assignSlots(before, [9, 8, 7], 4))).not.toContain(before.get(4))
})

test('nothing new is the same object', () => {
  const before = assignSlots(noSlots, [5, 4, 3], null)
  expect(assignSlots(before, [5, 4, 3], null)).toBe(before)
})

test('no slot stands twice, and slots that stay never change their order', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 12 })
  const inOrder = rows.map((ids) => ids.toSorted((one, other) => other - one))
  fc.assert(
    fc.property(
      fc.array(inOrder, { maxLength: 6 }),
      fc.option(fc.integer({ min: 1, max: 30 })),
      (steps, kept) => {
        let slots = noSlots
        for (const rowIds of steps) {
          const before = slotsOf(slots)
          slots = assignSlots(slots, rowIds, kept)
          const after = slotsOf(slots)
          expect([...slots.keys()]).toEqual(rowIds)
          expect(new Set(after).size).toBe(after.length)
          const stayed = after.filter((slot) => before.includes(slot))
          expect(stayed).toEqual(before.filter((slot) => after.includes(slot)))
        }
      },
    ),
  )
})
