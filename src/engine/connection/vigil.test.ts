import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { silenceLimitMs, silentSince } from './silence.ts'
import { startVigil } from './vigil.ts'

describe('the vigil', () => {
  it('notices a sleep by the wall clock, and no other wait', () => {
    const clock = createManualClock()
    const onWoke = vi.fn()
    using _vigil = startVigil({ clock, onWoke, onLook: () => {} })
    clock.advance(60_000)
    clock.jump(4_000)
    clock.advance(5_000)
    expect(onWoke).not.toHaveBeenCalled()
    clock.jump(3_600_000)
    clock.advance(5_000)
    clock.advance(60_000)
    expect(onWoke).toHaveBeenCalledOnce()
  })

  it('ends when it is told to', () => {
    const clock = createManualClock()
    startVigil({ clock, onWoke: () => {}, onLook: () => {} })[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
  })
})

describe('silence', () => {
  const hearing = { isLive: true, liveSince: 1_000, lastFrameAt: null, frequencySeconds: 5, now: 1_000 }

  it('is four missed notifications, and never less than a minute', () => {
    expect([1, 5, 15, 30].map(silenceLimitMs)).toEqual([60_000, 60_000, 60_000, 120_000])
  })

  it('is counted from the last frame, or from the connection where none came', () => {
    expect(silentSince({ ...hearing, now: 61_000 })).toBeNull()
    expect(silentSince({ ...hearing, now: 61_001 })).toBe(1_000)
    expect(silentSince({ ...hearing, lastFrameAt: 30_000, now: 61_001 })).toBeNull()
    expect(silentSince({ ...hearing, lastFrameAt: 500, now: 61_000 })).toBeNull()
    expect(silentSince({ ...hearing, isLive: false, now: 999_999 })).toBeNull()
  })
})
