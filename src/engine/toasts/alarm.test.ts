import { describe, expect, it } from 'vitest'
import type { Clock } from '../../clock/clock.ts'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createAlarm } from './alarm.ts'

const dayMs = 86_400_000

function alarmUnderTest() {
  const clock = createManualClock()
  const delays: number[] = []
  const watched: Clock = {
    ...{ now: clock.now, monotonicNow: clock.monotonicNow },
    setTimer(delayMs, callback) {
      delays.push(delayMs)
      return clock.setTimer(delayMs, callback)
    },
  }
  const fired: number[] = []
  const alarm = createAlarm(watched, () => fired.push(clock.now()))
  return { clock, alarm, delays, fired }
}

describe('an alarm', () => {
  it('goes off once, at its time', () => {
    const { clock, alarm, fired } = alarmUnderTest()
    const at = clock.now() + 5_000
    alarm.set(at)
    clock.advance(10_000)
    expect(fired).toEqual([at])
  })

  it('goes off years later, with no timer longer than Node can have', () => {
    const { clock, alarm, delays, fired } = alarmUnderTest()
    const at = clock.now() + 1_000 * dayMs
    alarm.set(at)
    clock.advance(1_001 * dayMs)
    expect(fired).toEqual([at])
    expect(Math.max(...delays)).toBeLessThan(2 ** 31)
  })

  it('waits on where the clock was set back', () => {
    const { clock, alarm, fired } = alarmUnderTest()
    const at = clock.now() + 5_000
    alarm.set(at)
    clock.jump(-3_000)
    clock.advance(5_000)
    expect(fired).toEqual([])
    clock.advance(3_000)
    expect(fired).toEqual([at])
  })

  it('goes off at once for a past time, and not at all without one or once disposed', () => {
    const { clock, alarm, fired } = alarmUnderTest()
    alarm.set(clock.now() + 5_000)
    alarm.set(Number.POSITIVE_INFINITY)
    expect(clock.timerCount).toBe(0)
    alarm.set(clock.now() - 5_000)
    clock.advance(0)
    expect(fired).toEqual([clock.now()])
    alarm.set(clock.now() + 5_000)
    alarm[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
  })
})
