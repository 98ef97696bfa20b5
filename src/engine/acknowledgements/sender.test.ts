import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { openStorage } from '../storage-under-test.ts'
import { createSender, senderLimits } from './sender.ts'

describe('a sender', () => {
  it('whose socket takes nothing more waits, and does not spin', () => {
    const { storage } = openStorage()
    const clock = createManualClock()
    const faults: unknown[] = []
    let isOpen = true
    let timers = 0
    const sender = createSender({
      clock: {
        ...clock,
        setTimer(delayMs, callback) {
          timers += 1
          if (timers > 100) throw new Error('It spins.')
          return clock.setTimer(delayMs, callback)
        },
      },
      ...{ outbox: storage.outbox, send: () => isOpen, onChanged() {} },
      onFault: (fault) => faults.push(fault),
    })
    const sourceId = storage.sources.id('s')
    storage.outbox.add(sourceId, 'a', 1)
    sender.opened(() => sourceId)
    isOpen = false
    clock.advance(senderLimits.answerWithinMs)
    expect(faults).toEqual([])
  })
})
