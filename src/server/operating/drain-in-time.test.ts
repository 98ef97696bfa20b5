import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { drainInTime, writeGraceMs } from './drain-in-time.ts'

test('a store that never finishes does not hold up the end', async () => {
  const clock = createManualClock()
  const asked: number[] = []
  const drain = (withinMs: number) => {
    asked.push(withinMs)
    return new Promise<never>(() => {})
  }
  const drained = drainInTime({ drain }, { clock, withinMs: 8_000 })
  clock.advance(8_000 + writeGraceMs)
  expect(await drained).toBe(false)
  expect(asked).toEqual([8_000])
})

test('one that is over in time says so, and leaves no timer', async () => {
  const clock = createManualClock()
  expect(await drainInTime({ drain: async () => {} }, { clock, withinMs: 8_000 })).toBe(true)
  expect(clock.timerCount).toBe(0)
})
