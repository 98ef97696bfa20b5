import { expect, test } from 'vitest'
import { nextTrayChange } from './next-tray-change.ts'
import { minutes, now, viewOf, waiting } from './tray-under-test.ts'

const quietUntil = (until: number | null) => ({ doNotDisturb: { reason: 'chosen', until } as const })

test('a tray that waits for nothing never changes by itself', () => {
  expect(nextTrayChange(viewOf(), now, true)).toBeNull()
  expect(nextTrayChange(viewOf(quietUntil(null)), now, true)).toBeNull()
  expect(nextTrayChange(viewOf({ connection: waiting(now + 5_400) }), now, false)).toBeNull()
})

test('a wait counts its seconds, and ends', () => {
  const change = (leftMs: number) => nextTrayChange(viewOf({ connection: waiting(now + leftMs) }), now, true)
  expect([5_400, 5_000, 1, 0, -1].map(change)).toEqual([400, 1_000, 1, null, null])
})

test('do not disturb counts its minutes', () => {
  const change = (leftMs: number) => nextTrayChange(viewOf(quietUntil(now + leftMs)), now, false)
  expect([25 * minutes + 1, 25 * minutes, 0].map(change)).toEqual([1, minutes, null])
})

test('what changes first counts', () => {
  const both = viewOf({ connection: waiting(now + 5_400), ...quietUntil(now + minutes + 300) })
  expect(nextTrayChange(both, now, true)).toBe(300)
})
