import { expect, test } from 'vitest'
import type { Clock } from '../clock/clock.ts'
import { createManualClock } from '../clock/manual-clock.ts'
import { openNotificationStream } from './notification-stream.ts'

/** A stream whose notifications are recorded by when they went out, in milliseconds after it was opened. */
function openRecorded(random = () => 0.5) {
  const clock = createManualClock()
  const sentAtMs: number[] = []
  const emit = () => void sentAtMs.push(clock.monotonicNow())
  return { clock, sentAtMs, stream: openNotificationStream({ clock, random, emit }) }
}

test('without a configuration the default of 5 s starts when the window of 2 s closes', () => {
  const { clock, sentAtMs } = openRecorded()
  clock.advance(17_000)
  expect(sentAtMs).toEqual([7000, 12_000, 17_000])
})

test('a configuration in the window starts at once at its frequency, and the window is closed', () => {
  const { clock, sentAtMs, stream } = openRecorded()
  clock.advance(500)
  stream.setFrequency(3)
  clock.advance(9000)
  expect(sentAtMs).toEqual([3500, 6500, 9500])
})

test('a later configuration applies at once: the next notification is one new interval away', () => {
  const { clock, sentAtMs, stream } = openRecorded()
  stream.setFrequency(30)
  clock.advance(29_000)
  stream.setFrequency(1)
  clock.advance(2000)
  stream.setFrequency(10)
  clock.advance(10_000)
  expect(sentAtMs).toEqual([30_000, 31_000, 41_000])
})

test('intervals vary from one to the next within ±20 %', () => {
  const draws = [0, 0.25, 0.75, 0.999]
  const { clock, sentAtMs, stream } = openRecorded(() => draws.shift() ?? 0.5)
  stream.setFrequency(10)
  clock.advance(41_000)
  const intervals = sentAtMs.map((atMs, index) => Math.round(atMs - (sentAtMs[index - 1] ?? 0)))
  expect(intervals).toEqual([8000, 9000, 11_000, 11_996])
})

test('a timer that is always late does not slow the stream down', () => {
  const clock = createManualClock()
  const lateClock: Clock = {
    ...clock,
    setTimer: (delayMs, callback) => clock.setTimer(delayMs + 40, callback),
  }
  let sent = 0
  const stream = openNotificationStream({ clock: lateClock, random: () => 0.5, emit: () => void sent++ })
  stream.setFrequency(1)
  clock.advance(100_040)
  expect(sent).toBe(100)
})

test('once disposed it stays silent and holds no timer, even when a configuration still comes', () => {
  const { clock, sentAtMs, stream } = openRecorded()
  stream[Symbol.dispose]()
  stream.setFrequency(1)
  expect(clock.timerCount).toBe(0)
  clock.advance(60_000)
  expect(sentAtMs).toEqual([])
})

test('a notification may end the stream that sends it', () => {
  const clock = createManualClock()
  let sent = 0
  const stream = openNotificationStream({
    clock,
    random: () => 0.5,
    emit() {
      sent += 1
      stream[Symbol.dispose]()
    },
  })
  clock.advance(60_000)
  expect({ sent, timers: clock.timerCount }).toEqual({ sent: 1, timers: 0 })
})
