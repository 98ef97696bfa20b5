import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createBoundedLog, maxLines } from './bounded-log.ts'
import { describeEvent } from './server-events.ts'

function openBounded() {
  const clock = createManualClock()
  const lines: string[] = []
  const bounded = createBoundedLog({ clock, log: (event) => void lines.push(describeEvent(event)) })
  const connect = (times: number): void => {
    for (let i = 0; i < times; i++) bounded.log({ event: 'client-connected', clientId: `client ${i}` })
  }
  return { clock, lines, bounded, connect }
}

test('who reconnects in a loop writes so many lines a minute, and the rest is told as a number', () => {
  const { clock, lines, connect } = openBounded()
  connect(5_000)
  expect(lines).toHaveLength(maxLines.count)
  clock.advance(maxLines.withinMs - 1)
  expect(lines).toHaveLength(maxLines.count)
  clock.advance(1)
  expect(lines.at(-1)).toBe('4900 more lines of "client-connected" were left out')
  expect(clock.timerCount).toBe(0)
  connect(5_000)
  expect(lines).toHaveLength(2 * maxLines.count + 1)
})

test('one event keeps no other from being written', () => {
  const { lines, bounded, connect } = openBounded()
  connect(5_000)
  bounded.log({ event: 'store-failed', reason: 'no space left' })
  expect(lines.at(-1)).toBe('The store has failed: no space left.')
})

test('at a usual rate nothing is left out, and no timer is needed', () => {
  const { clock, lines, connect } = openBounded()
  for (let minute = 0; minute < 10; minute++) {
    connect(maxLines.count)
    clock.advance(maxLines.withinMs)
  }
  expect(lines).toHaveLength(10 * maxLines.count)
  expect(clock.timerCount).toBe(0)
})

test('at the end what was left out is told, and no timer is left', () => {
  const { clock, lines, bounded, connect } = openBounded()
  connect(maxLines.count + 1)
  bounded[Symbol.dispose]()
  expect(lines.at(-1)).toBe('1 more lines of "client-connected" were left out')
  expect(clock.timerCount).toBe(0)
})
