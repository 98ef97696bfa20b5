import { expect, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { createEventBatches } from './event-batches.ts'

function batches() {
  const sent: (readonly string[])[] = []
  const clock = createManualClock()
  return { sent, clock, batches: createEventBatches({ clock, send: (texts) => sent.push(texts) }) }
}

test('an event that comes alone is sent at once', () => {
  const { sent, clock, batches: events } = batches()
  events.add('1')
  clock.advance(1_000)
  events.add('2')
  expect(sent).toEqual([['1'], ['2']])
})

test('a burst is a message a frame, with all of it in order', () => {
  const { sent, clock, batches: events } = batches()
  for (let number = 0; number < 1_000; number++) {
    events.add(String(number))
    clock.advance(1)
  }
  clock.advance(16)
  expect(sent.length).toBeLessThan(70)
  expect(sent.flat()).toEqual(Array.from({ length: 1_000 }, (_, number) => String(number)))
})

test('nothing waits longer than a frame', () => {
  const { sent, clock, batches: events } = batches()
  events.add('1')
  events.add('2')
  clock.advance(15)
  expect(sent).toEqual([['1']])
  clock.advance(1)
  expect(sent).toEqual([['1'], ['2']])
})

test('what waits is never much', () => {
  const { sent, batches: events } = batches()
  events.add('1')
  events.add('x'.repeat(40_000))
  events.add('y'.repeat(40_000))
  expect(sent.length).toBe(2)
})

test('what must not be overtaken can be sent before', () => {
  const { sent, batches: events } = batches()
  events.add('1')
  events.add('2')
  events.flush()
  events.flush()
  expect(sent).toEqual([['1'], ['2']])
})

test('nothing is left behind', () => {
  const { clock, batches: events } = batches()
  events.add('1')
  clock.advance(16)
  expect(clock.timerCount).toBe(0)
  events.add('2')
  events.dispose()
  expect(clock.timerCount).toBe(0)
})
