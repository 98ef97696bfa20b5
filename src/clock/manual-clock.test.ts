import { describe, expect, it } from 'vitest'
import { createManualClock } from './manual-clock.ts'

describe('the manual clock', () => {
  it('fires what is due in order of time, with the clock at that time', () => {
    const clock = createManualClock(1_000)
    const fired: string[] = []
    clock.setTimer(20, () => fired.push(`b at ${clock.now()}`))
    clock.setTimer(10, () => {
      fired.push(`a at ${clock.now()}`)
      clock.setTimer(5, () => fired.push(`c at ${clock.now()}`))
    })
    clock.advance(20)
    expect(fired).toEqual(['a at 1010', 'c at 1015', 'b at 1020'])
    expect(clock.timerCount).toBe(0)
  })

  it('never fires what was disposed', () => {
    const clock = createManualClock()
    clock.setTimer(10, () => expect.unreachable())[Symbol.dispose]()
    clock.advance(100)
  })

  it('jumps the wall clock alone', () => {
    const clock = createManualClock(0)
    clock.jump(5_000)
    expect([clock.now(), clock.monotonicNow()]).toEqual([5_000, 0])
  })
})
