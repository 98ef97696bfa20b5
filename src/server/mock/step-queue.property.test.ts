/** Whatever is late or overtaken: nothing is lost, and nothing waits for longer than its faults say. */
import fc from 'fast-check'
import { test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { planFrame } from './plan/plan-frame.ts'
import type { Fault, When } from './scenario/fault-schemas.ts'
import { createSeededRandom } from './seeded-random.ts'
import { createStepQueue } from './step-queue.ts'

const whens: fc.Arbitrary<When> = fc.oneof(
  fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ every: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ first: fc.integer({ min: 1, max: 20 }) }),
)
const harmless: fc.Arbitrary<Fault> = whens.chain((when) =>
  fc.constantFrom<Fault>(
    { fault: 'delay', when, ms: [0, 5_000] },
    { fault: 'reorder', when, window: 7 },
    { fault: 'duplicate', when, copies: 2 },
  ),
)

test('delays, duplicates and another order lose nothing and add nothing', () => {
  fc.assert(
    fc.property(
      fc.array(harmless, { maxLength: 5 }),
      fc.nat(),
      fc.integer({ max: 60, min: 1 }),
      (faults, seed, count) => {
        const clock = createManualClock()
        const sent: string[] = []
        const random = createSeededRandom(seed)
        const queue = createStepQueue({
          clock,
          act: (step) => void (step.is === 'send' && sent.push(String(step.frame))),
        })
        const expected: string[] = []
        for (let made = 1; made <= count; made++) {
          const moment = { count: made, atMs: made * 100, previousAtMs: (made - 1) * 100, connection: 1 }
          const plan = planFrame(faults, `${made}`, moment, random)
          expected.push(...plan.steps.map(() => `${made}`))
          queue.add(plan)
          clock.advance(100)
        }
        queue.flush()
        // Each delay is 5 s at most, and they do not add up but within one plan.
        clock.advance(5 * 5_000)
        return clock.timerCount === 0 && sent.toSorted().join() === expected.toSorted().join()
      },
    ),
    { numRuns: 200 },
  )
})
