import { expect, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import type { RecordedFrame } from './read-recording.ts'
import { openReplayStream } from './replay-stream.ts'

const timed = (...times: (number | null)[]): RecordedFrame[] =>
  times.map((atMs, index) => ({ text: `${index}`, id: null, atMs }))

/** What went out, as `frame at milliseconds`. */
function openRecorded(frames: readonly RecordedFrame[], speed = 1, atEnd: 'stop' | 'loop' = 'stop') {
  const clock = createManualClock()
  const sent: string[] = []
  const note = (what: string): void => void sent.push(`${what} at ${clock.monotonicNow()}`)
  const stream = openReplayStream({
    ...{ clock, random: () => 0.5, frames, speed, atEnd },
    emit: note,
    onEnd: () => note('end'),
  })
  return { clock, sent, stream }
}

test('frames come as far apart as they were recorded, from when the window closes', () => {
  const { clock, sent } = openRecorded(timed(10_000, 10_300, 10_300, 15_300))
  clock.advance(60_000)
  expect(sent).toEqual(['0 at 2000', '1 at 2300', '2 at 2300', '3 at 7300', 'end at 7300'])
  expect(clock.timerCount).toBe(0)
})

test('a configuration starts them at once, and a later one does not start them anew', () => {
  const { clock, sent, stream } = openRecorded(timed(0, 1_000, 2_000))
  stream.setFrequency(5)
  clock.advance(1_500)
  stream.setFrequency(5)
  clock.advance(1_500)
  expect(sent).toEqual(['0 at 0', '1 at 1000', '2 at 2000', 'end at 2000'])
})

test.each([10, 1_000])('at %i times the speed the pauses are so much shorter', (speed) => {
  const { clock, sent, stream } = openRecorded(timed(0, 100_000, 300_000), speed)
  stream.setFrequency(1)
  clock.advance(300_000 / speed)
  expect(sent).toEqual([
    '0 at 0',
    `1 at ${100_000 / speed}`,
    `2 at ${300_000 / speed}`,
    `end at ${300_000 / speed}`,
  ])
})

test('frames without a time come at the frequency, divided by the speed', () => {
  const { clock, sent, stream } = openRecorded(timed(null, null, 5, null), 2)
  stream.setFrequency(4)
  clock.advance(60_000)
  expect(sent).toEqual(['0 at 2000', '1 at 4000', '2 at 6000', '3 at 8000', 'end at 8000'])
})

test('a clock that went back while it was recorded makes no pause', () => {
  const { clock, sent, stream } = openRecorded(timed(5_000, 1_000, 1_001))
  stream.setFrequency(1)
  clock.advance(10)
  expect(sent).toEqual(['0 at 0', '1 at 0', '2 at 1', 'end at 1'])
})

test('in a loop the next round comes one interval after the last frame', () => {
  const { clock, sent, stream } = openRecorded(timed(0, 100), 1, 'loop')
  stream.setFrequency(3)
  clock.advance(6_250)
  expect(sent).toEqual(['0 at 0', '1 at 100', '0 at 3100', '1 at 3200', '0 at 6200'])
  stream[Symbol.dispose]()
  expect(clock.timerCount).toBe(0)
})

test('many that are due at once leave turns to others', () => {
  const { clock, sent, stream } = openRecorded(timed(...new Array<number>(1_000).fill(0)))
  stream.setFrequency(1)
  let sentBefore = -1
  clock.setTimer(0, () => {
    sentBefore = sent.length
  })
  clock.advance(0)
  expect(sentBefore).toBe(256)
  expect(sent).toHaveLength(1_001)
})

test('after a sleep it goes on from now', () => {
  const clock = createManualClock()
  let lateByMs = 0
  const sleepy = { ...clock, monotonicNow: () => clock.monotonicNow() + lateByMs }
  let count = 0
  const stream = openReplayStream({
    ...{ clock: sleepy, random: () => 0.5, speed: 1, atEnd: 'stop' as const, onEnd() {} },
    frames: timed(...Array.from({ length: 100 }, (_, index) => index * 1_000)),
    emit: () => void count++,
  })
  stream.setFrequency(1)
  clock.advance(2_500)
  lateByMs = 60_000
  clock.advance(1_000)
  expect(count).toBeLessThanOrEqual(6)
})

test('a frame may end the stream that sends it', () => {
  const clock = createManualClock()
  let count = 0
  const stream = openReplayStream({
    ...{ clock, random: () => 0.5, frames: timed(0, 0, 0), speed: 1, atEnd: 'loop' as const },
    emit() {
      count += 1
      stream[Symbol.dispose]()
    },
    onEnd() {},
  })
  stream.setFrequency(1)
  clock.advance(60_000)
  expect({ count, timers: clock.timerCount }).toEqual({ count: 1, timers: 0 })
})
