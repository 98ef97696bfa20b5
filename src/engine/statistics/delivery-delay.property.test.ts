/** Whatever the zone and the delays: where clocks are not set, what is said is never more than the truth. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeliveryDelay } from './delivery-delay.ts'

const start = Date.UTC(2026, 10, 25)
const anyDelay = fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 9_000_000 }))
const anyTraffic = fc.array(fc.record({ gapMs: fc.integer({ min: 0, max: 100_000 }), delayMs: anyDelay }), {
  minLength: 20,
  maxLength: 150,
})
const anyOffset = fc.integer({ min: -50_000_000, max: 50_000_000 })

test('a delay is never negative, and never longer than the notification was under way', () => {
  fc.assert(
    fc.property(anyOffset, anyTraffic, (serverAheadMs, traffic) => {
      const { sample } = createDeliveryDelay()
      let now = start
      for (const { gapMs, delayMs } of traffic) {
        now += gapMs
        const told = sample(new Date(now - delayMs + serverAheadMs).toISOString().slice(0, -1), now)
        if (told === null) continue
        expect(told).toBeGreaterThanOrEqual(0)
        expect(told).toBeLessThanOrEqual(delayMs)
      }
    }),
  )
})

test('after 20 quick ones a delay of up to 10 s is told to the millisecond', () => {
  fc.assert(
    fc.property(anyOffset, fc.array(fc.integer({ min: 0, max: 9_999 })), (serverAheadMs, delaysMs) => {
      const { sample } = createDeliveryDelay()
      const at = (delayMs: number) =>
        sample(new Date(start - delayMs + serverAheadMs).toISOString().slice(0, -1), start)
      for (let number = 0; number < 20; number += 1) at(0)
      expect(delaysMs.map(at)).toEqual(delaysMs)
    }),
  )
})
