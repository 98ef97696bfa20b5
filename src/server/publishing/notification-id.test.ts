import { expect, test } from 'vitest'
import { createIdMaker } from './notification-id.ts'

test('ids sort as they were made, within a millisecond and when the clock is set back', () => {
  let nowMs = Date.UTC(2026, 0, 1)
  const makeId = createIdMaker({ now: () => nowMs, randomHex: () => 'ffffffff' })
  const ids = [makeId(), makeId()]
  nowMs += 1
  ids.push(makeId())
  nowMs -= 60_000
  ids.push(makeId(), makeId())
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(5)
})

test('two servers that make one in the same millisecond make two', () => {
  const now = () => 1
  const first = createIdMaker({ now, randomHex: () => '0000000a-and-more' })
  const second = createIdMaker({ now, randomHex: () => '0000000b-and-more' })
  expect(first()).not.toBe(second())
  expect(first()).toMatch(/^notif_[0-9a-z]{21}$/)
})
