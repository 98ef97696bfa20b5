import { expect, test } from 'vitest'
import type { Fault } from '../scenario/fault-schemas.ts'
import { planFrame } from './plan-frame.ts'
import { planOpening } from './plan-opening.ts'

const moment = { count: 6, atMs: 6_000, previousAtMs: 5_000, connection: 1 }
const plan = (...faults: Fault[]) => planFrame(faults, '{"n":1}', moment, () => 0.5)
const sent = { is: 'send', frame: '{"n":1}' }

test('without a fault a notification goes out at once, as it is', () => {
  expect(plan()).toEqual({ steps: [sent], delayMs: 0, behind: 0 })
  expect(plan({ fault: 'drop', when: { every: 4 } })).toEqual(plan())
})

test('each fault does its own', () => {
  expect(plan({ fault: 'drop', when: { every: 3 } })).toMatchObject({ steps: [] })
  expect(plan({ fault: 'duplicate' })).toMatchObject({ steps: [sent, sent] })
  expect(plan({ fault: 'duplicate', copies: 3 })).toMatchObject({ steps: [sent, sent, sent, sent] })
  expect(plan({ fault: 'delay', ms: [100, 300] })).toMatchObject({ steps: [sent], delayMs: 200 })
  expect(plan({ fault: 'reorder', window: 5 })).toMatchObject({ steps: [sent], behind: 3 })
  expect(plan({ fault: 'malformed', kinds: ['empty'] })).toMatchObject({ steps: [{ is: 'send', frame: '' }] })
  expect(plan({ fault: 'cut', when: { nth: 6 } })).toMatchObject({ steps: [sent, { is: 'cut' }] })
  expect(plan({ fault: 'close', when: { nth: 6 }, code: 1012 })).toMatchObject({
    steps: [sent, { is: 'close', code: 1012, reason: '' }],
  })
  expect(plan({ fault: 'half-open', when: { nth: 6 }, forSeconds: 30 })).toMatchObject({
    steps: [sent, { is: 'fall-silent', forMs: 30_000 }],
  })
})

test('faults act one after the other on what those before left', () => {
  const malformed: Fault = { fault: 'malformed', kinds: ['empty'] }
  expect(plan(malformed, { fault: 'duplicate' }, { fault: 'cut', when: { nth: 6 } }).steps).toEqual([
    { is: 'send', frame: '' },
    { is: 'send', frame: '' },
    { is: 'cut' },
  ])
  expect(plan({ fault: 'cut', when: { nth: 6 } }, { fault: 'drop' }).steps).toEqual([{ is: 'cut' }])
  const delay: Fault = { fault: 'delay', ms: [10, 10] }
  expect(plan(delay, delay).delayMs).toBe(20)
})

test('what ends a connection at a second needs no notification for it', () => {
  const cut: Fault = { fault: 'cut', when: { atSecond: 6 } }
  const elsewhere: Fault = { ...cut, connection: 2 }
  expect(plan(cut)).toEqual(plan())
  expect(planOpening([cut, elsewhere, { fault: 'drop', when: { atSecond: 6 } }], 1)).toEqual([
    { step: { is: 'cut' }, afterMs: 6_000 },
  ])
  expect(planOpening([elsewhere, { fault: 'cut', when: { nth: 6 } }], 2)).toHaveLength(1)
})
