import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { Step } from './plan/step.ts'
import { createStepQueue } from './step-queue.ts'

function openQueue() {
  const clock = createManualClock()
  const acts: string[] = []
  const act = (step: Step): void =>
    void acts.push(`${step.is === 'send' ? step.frame : step.is} at ${clock.monotonicNow()}`)
  const queue = createStepQueue({ clock, act })
  const add = (frame: string, { delayMs = 0, behind = 0 } = {}): void =>
    queue.add({ steps: [{ is: 'send', frame }], delayMs, behind })
  return { clock, acts, queue, add }
}

test('what is late holds up what comes after it, and no longer', () => {
  const { clock, acts, add } = openQueue()
  add('a')
  add('b', { delayMs: 500 })
  add('c')
  clock.advance(100)
  add('d', { delayMs: 100 })
  clock.advance(1_000)
  add('e')
  expect(acts).toEqual(['a at 0', 'b at 500', 'c at 500', 'd at 500', 'e at 1100'])
  expect(clock.timerCount).toBe(0)
})

test('what is overtaken goes out behind so many that were made later', () => {
  const { acts, add } = openQueue()
  add('a', { behind: 2 })
  add('b')
  add('c')
  add('d', { behind: 1 })
  add('e', { behind: 1 })
  add('f')
  expect(acts).toEqual(['b at 0', 'c at 0', 'a at 0', 'd at 0', 'f at 0', 'e at 0'])
})

test('at the end all goes out that is held back', () => {
  const { acts, add, queue } = openQueue()
  add('a', { behind: 9 })
  add('b', { behind: 3 })
  queue.flush()
  expect(acts).toEqual(['a at 0', 'b at 0'])
})

test('once disposed nothing happens, and no timer is left', () => {
  const { clock, acts, add, queue } = openQueue()
  add('a', { delayMs: 10 })
  queue[Symbol.dispose]()
  add('b')
  clock.advance(100)
  expect({ acts, timers: clock.timerCount }).toEqual({ acts: [], timers: 0 })
})

test('a step that ends all is the last one', () => {
  const acts: string[] = []
  const queue = createStepQueue({
    clock: createManualClock(),
    act(step) {
      acts.push(step.is)
      if (step.is === 'cut') queue[Symbol.dispose]()
    },
  })
  const sent: Step = { is: 'send', frame: '' }
  queue.add({ steps: [sent, { is: 'cut' }, sent], delayMs: 0, behind: 0 })
  expect(acts).toEqual(['send', 'cut'])
})
