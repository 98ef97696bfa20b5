import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { inTime } from './in-time.ts'

const never = (): AbortSignal => new AbortController().signal

describe('work', () => {
  it('that is done in time is told, and no timer is left', async () => {
    const clock = createManualClock()
    expect(await inTime(clock, 10, never(), async () => 7)).toEqual({ kind: 'done', value: 7 })
    expect(clock.timerCount).toBe(0)
  })

  it('that takes too long is told to let go', async () => {
    const clock = createManualClock()
    let told: AbortSignal | null = null
    const waiting = inTime(clock, 10, never(), (signal) => {
      told = signal
      return new Promise(() => {})
    })
    clock.advance(9)
    expect(told).toMatchObject({ aborted: false })
    clock.advance(1)
    expect(await waiting).toEqual({ kind: 'late' })
    expect(told).toMatchObject({ aborted: true })
  })

  it('that nobody wants any more is not begun, or told to let go', async () => {
    const clock = createManualClock()
    expect(await inTime(clock, 10, AbortSignal.abort(), () => expect.unreachable('not begun'))).toEqual({
      kind: 'cancelled',
    })
    const cancelling = new AbortController()
    const waiting = inTime(clock, 10, cancelling.signal, () => new Promise(() => {}))
    cancelling.abort()
    expect(await waiting).toEqual({ kind: 'cancelled' })
    expect(clock.timerCount).toBe(0)
  })

  it('that fails in time says why, and later says nothing', async () => {
    const clock = createManualClock()
    const failing = inTime(clock, 10, never(), () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    const { promise, reject } = Promise.withResolvers<never>()
    const late = inTime(clock, 10, never(), () => promise)
    clock.advance(10)
    expect(await late).toEqual({ kind: 'late' })
    reject(new Error('an unhandled rejection would fail this run'))
  })
})
