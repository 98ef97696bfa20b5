import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

// The library reads the machine's clock.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a key has its quota, then nothing until the window is over', async () => {
  const limit = createRateLimit({ quota: 2, windowSeconds: 10, maxKeys: 10 })
  const common = { quota: 2, windowSeconds: 10 }
  expect(await limit.take('a')).toEqual({ ...common, isOver: false, remaining: 1, resetSeconds: 10 })
  vi.advanceTimersByTime(3_500)
  expect(await limit.take('a')).toEqual({ ...common, isOver: false, remaining: 0, resetSeconds: 7 })
  expect(await limit.take('a')).toEqual({ ...common, isOver: true, remaining: 0, resetSeconds: 7 })
  expect((await limit.take('b')).isOver).toBe(false)
  vi.advanceTimersByTime(6_499)
  expect(await limit.take('a')).toMatchObject({ isOver: true, resetSeconds: 1 })
  vi.advanceTimersByTime(1)
  expect(await limit.take('a')).toMatchObject({ isOver: false, remaining: 1 })
})

test('the number of keys is bounded, and those that are busy are kept', async () => {
  const limit = createRateLimit({ quota: 1, windowSeconds: 10, maxKeys: 3 })
  await limit.take('runaway')
  for (let i = 0; i < 20; i++) {
    await limit.take(`other ${i}`)
    expect((await limit.take('runaway')).isOver).toBe(true)
  }
  expect(limit.size).toBe(3)
  // The library's timers: one for each key it still counts.
  expect(vi.getTimerCount()).toBe(3)
})
