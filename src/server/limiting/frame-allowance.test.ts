import { expect, test } from 'vitest'
import { countFrame } from './frame-allowance.ts'
import { maxFrameBurst } from './server-limits.ts'

/** Sends frames one after the other; how many came before the first wait, and how long that is. */
function send(owed: number, nowMs: number, bytes: number) {
  let owedUntilMs = owed
  for (let count = 1; ; count++) {
    const counted = countFrame(owedUntilMs, { bytes, nowMs, framesPerSecond: 1000 })
    owedUntilMs = counted.owedUntilMs
    if (counted.waitMs > 0) return { count, waitMs: counted.waitMs, owedUntilMs }
  }
}

test('ten thousand and more may come in one go, then a second’s worth each second', () => {
  const first = send(0, 0, 60)
  expect(first).toMatchObject({ count: maxFrameBurst + 1, waitMs: 1001 })
  const second = send(first.owedUntilMs, first.waitMs, 60)
  expect(second.count).toBe(1001)
  // After a pause the whole burst is there again.
  expect(send(second.owedUntilMs, 1_000_000, 60).count).toBe(maxFrameBurst + 1)
})

test('large frames count for more', () => {
  expect(send(0, 0, 64 * 1024).count).toBe(Math.floor(maxFrameBurst / 65) + 1)
})

test('without a limit there is never a wait', () => {
  expect(countFrame(1e12, { bytes: 65_536, nowMs: 0, framesPerSecond: 0 }).waitMs).toBe(0)
})
