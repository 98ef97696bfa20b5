import { expect, test } from 'vitest'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { createSettledValue } from './settled-value.ts'

function settledUnderTest() {
  const clock = createManualSchedule()
  const sent: number[] = []
  return {
    clock,
    sent,
    settled: createSettledValue<number>(clock.schedule, 250, (value) => sent.push(value)),
  }
}

test('only the last of many values is sent, after a pause', () => {
  const { clock, sent, settled } = settledUnderTest()
  for (const value of [6, 7, 8]) {
    settled.propose(value)
    clock.advance(100)
  }
  expect(sent).toEqual([])
  clock.advance(150)
  expect(sent).toEqual([8])
})

test('letting go sends at once, and once', () => {
  const { clock, sent, settled } = settledUnderTest()
  settled.propose(9)
  settled.flush()
  settled.flush()
  clock.advance(1_000)
  expect(sent).toEqual([9])
  expect(clock.waitingCount()).toBe(0)
})
