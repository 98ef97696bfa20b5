/** When recorded frames go out on one connection: as far apart as they came, divided by the speed. */
import type { Clock, Random } from '../../../clock/clock.ts'
import { configurationWindowMs, frequencySeconds } from '../../../protocol/limits.ts'
import { jitteredIntervalMs } from '../../notification-interval.ts'
import type { NotificationStream } from '../../notification-stream.ts'
import type { RecordedFrame } from './read-recording.ts'

/** So many frames that are due go out before other connections get their turn. */
const maxFramesPerTurn = 256
/** What is later than this is not made up for: the machine slept. */
const maxLatenessMs = 1_000
/** A timer of Node fires at once past this. */
const maxPauseMs = 2 ** 31 - 1

export type ReplayDeps = {
  readonly clock: Clock
  readonly random: Random
  /** At least one. */
  readonly frames: readonly RecordedFrame[]
  readonly speed: number
  readonly atEnd: 'stop' | 'loop'
  readonly emit: (text: string, id: string | null) => void
  readonly onEnd: () => void
}

/**
 * Starts as the demo does: with the first configuration, or when its window closes. Frames of which the recording does not
 * say when they came, and each new round, come at the client's frequency, divided by the speed.
 */
export function openReplayStream(deps: ReplayDeps): NotificationStream {
  const { clock, random, frames, speed, atEnd, emit } = deps
  let frequency: number = frequencySeconds.default
  let isRunning = false
  let isOver = false
  let index = 0
  let dueAtMs = 0
  let timer = clock.setTimer(configurationWindowMs, () => start())

  /** From the frame before `index` to the one there. */
  function pauseMs(): number {
    const before = frames[index - 1]?.atMs ?? null
    const at = frames[index]?.atMs ?? null
    if (index === 0 && !isRunning && at !== null) return 0
    const recordedMs =
      before === null || at === null ? jitteredIntervalMs(frequency, random) : Math.max(0, at - before)
    return Math.min(recordedMs / speed, maxPauseMs)
  }

  function start(): void {
    dueAtMs = clock.monotonicNow() + pauseMs()
    isRunning = true
    wait()
  }

  function wait(): void {
    timer = clock.setTimer(Math.max(0, dueAtMs - clock.monotonicNow()), onDue)
  }

  function onDue(): void {
    for (let sent = 0; sent < maxFramesPerTurn && dueAtMs <= clock.monotonicNow(); sent++) {
      sendNext()
      if (isOver) return
    }
    wait()
  }

  function sendNext(): void {
    const frame = frames[index]
    index += 1
    if (frame !== undefined) emit(frame.text, frame.id)
    if (isOver) return
    if (index === frames.length) {
      if (atEnd === 'stop') {
        isOver = true
        deps.onEnd()
        return
      }
      index = 0
    }
    dueAtMs = Math.max(dueAtMs, clock.monotonicNow() - maxLatenessMs) + pauseMs()
  }

  return {
    setFrequency(seconds) {
      frequency = seconds
      if (isRunning || isOver) return
      timer[Symbol.dispose]()
      start()
    },
    [Symbol.dispose]() {
      isOver = true
      timer[Symbol.dispose]()
    },
  }
}
