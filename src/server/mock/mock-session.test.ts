import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createMock } from './create-mock.ts'
import type { MockPort } from './mock-port.ts'
import type { Fault } from './scenario/fault-schemas.ts'

/** A session with no connection below it, and what it did to its port. */
function open(...faults: Fault[]) {
  const clock = createManualClock()
  const acts: string[] = []
  const note = (name: string) => (): void => void acts.push(name)
  const port: MockPort = {
    ...{ send: note('send'), remember: note('remember'), say: note('say'), close: note('close') },
    ...{ cut: note('cut'), fallSilent: note('fall silent') },
  }
  const mock = createMock({ seed: 1, faults }, { clock, random: () => 0, recording: null })
  return { clock, acts, session: mock.open('alice', port) }
}

test('once disposed nothing is made or said, and no timer is left', () => {
  const { clock, acts, session } = open(
    { fault: 'acknowledgement', answer: 'late' },
    { fault: 'delay', ms: [9_000, 9_000] },
    { fault: 'cut', when: { atSecond: 20 } },
  )
  session.setFrequency(1)
  clock.advance(5_000)
  expect(session.confirm('notif_1')).toBeNull()
  session[Symbol.dispose]()
  // The store may be late.
  expect(session.confirm('notif_1')).toBeNull()
  clock.advance(60_000)
  expect(acts.filter((act) => act !== 'remember')).toEqual([])
  expect(clock.timerCount).toBe(0)
})

test('half-open it is silent until it is cut', () => {
  const { clock, acts, session } = open({ fault: 'half-open', when: { atSecond: 3.5 }, forSeconds: 60 })
  session.setFrequency(1)
  session.confirm('notif_1')
  clock.advance(3_500)
  expect(acts.at(-1)).toBe('fall silent')
  const before = acts.length
  clock.advance(59_999)
  expect(acts).toHaveLength(before)
  clock.advance(1)
  expect(acts.slice(before)).toEqual(['cut'])
})
