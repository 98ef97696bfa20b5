import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createGather } from './gather.ts'

const message = (position: number) => ({
  ...{ stream: null, sequence: position, position, id: `m${position}`, frame: '{}', publishedAtMs: 0 },
})

/** @param roundMs how long each round takes */
function gathering(roundMs: number) {
  const clock = createManualClock()
  const rounds: string[] = []
  const gather = createGather({
    clock,
    announce(messages) {
      rounds.push(messages.map(({ id }) => id).join(' '))
      clock.advance(roundMs)
    },
  })
  return { clock, rounds, gather }
}

test('what comes when idle goes out at once', () => {
  const { clock, rounds, gather } = gathering(5)
  gather.offer([message(1)])
  clock.advance(5)
  gather.offer([message(2)])
  expect(rounds).toEqual(['m1', 'm2'])
  expect(clock.timerCount).toBe(0)
})

test('what comes just after a long round is gathered for as long as that took', () => {
  const { clock, rounds, gather } = gathering(5)
  gather.offer([message(1)])
  gather.offer([message(2)])
  clock.advance(4)
  gather.offer([message(3), message(4)])
  expect(rounds).toEqual(['m1'])
  clock.advance(1)
  expect(rounds).toEqual(['m1', 'm2 m3 m4'])
})

test('one at a time is not held back once a pause was in vain, and tried again later', () => {
  const { clock, rounds, gather } = gathering(5)
  gather.offer([message(1)])
  gather.offer([message(2)])
  // The pause, and the round after it: a manual clock turned within its own turning forgets that.
  clock.advance(5)
  clock.advance(5)
  expect(rounds).toEqual(['m1', 'm2'])
  for (let i = 3; i <= 18; i++) gather.offer([message(i)])
  expect(rounds).toHaveLength(18)
  expect(clock.timerCount).toBe(0)
  gather.offer([message(19)])
  gather.offer([message(20)])
  expect(rounds.at(-1)).toBe('m18')
  clock.advance(5)
  expect(rounds.at(-1)).toBe('m19 m20')
})

test('several at once end the time without pauses', () => {
  const { clock, rounds, gather } = gathering(5)
  gather.offer([message(1)])
  gather.offer([message(2)])
  clock.advance(5)
  clock.advance(5)
  gather.offer([message(3), message(4)])
  gather.offer([message(5)])
  expect(rounds).toEqual(['m1', 'm2', 'm3 m4'])
})

test('short rounds gather nothing', () => {
  const { rounds, gather } = gathering(0.5)
  for (let i = 1; i <= 3; i++) gather.offer([message(i)])
  expect(rounds).toEqual(['m1', 'm2', 'm3'])
})

test('at the end what waits goes out', () => {
  const { clock, rounds, gather } = gathering(5)
  gather.offer([message(1)])
  gather.offer([message(2)])
  gather.finish()
  gather.finish()
  expect(rounds).toEqual(['m1', 'm2'])
  expect(clock.timerCount).toBe(0)
})
