/** One connection that the mock plays on: asks the plans, and lets the port act. */
import type { Clock, Random } from '../../clock/clock.ts'
import { confirmationText, notFoundText } from '../../protocol/system-message.ts'
import { assertNever } from '../assert-never.ts'
import type { NotificationStream } from '../notification-stream.ts'
import type { MockPort } from './mock-port.ts'
import { type Moment, nextMoment, noMoment } from './plan/fires.ts'
import { ignoresFrequency } from './plan/ignores-frequency.ts'
import { planConfirmation } from './plan/plan-confirmation.ts'
import { planFrame } from './plan/plan-frame.ts'
import { planOpening } from './plan/plan-opening.ts'
import type { Step } from './plan/step.ts'
import type { Fault } from './scenario/fault-schemas.ts'
import { createStepQueue } from './step-queue.ts'

/** Once disposed it makes nothing more. */
export type MockSession = NotificationStream & {
  /** To be asked once for each configuration: true where it changes nothing and has no answer. */
  ignoresFrequency(): boolean
  /**
   * To be asked once for each acknowledgement of a notification that the mock made.
   * @returns the text of the answer; null where there is none, or none yet
   */
  confirm(id: string): string | null
}

/** Opens what makes the notifications; `onEnd` where no more will come. */
export type OpenStream = (deps: {
  readonly emit: (text: string, id: string | null) => void
  readonly onEnd: () => void
}) => NotificationStream

export function openMockSession(deps: {
  readonly faults: readonly Fault[]
  readonly clock: Clock
  readonly port: MockPort
  /** Which connection of its client this is; the first is 1. */
  readonly connection: number
  /** A draw of its own for each use: what a client sends then changes no other. */
  readonly randomFor: (use: 'frames' | 'confirmations' | 'frequencies') => Random
  readonly openStream: OpenStream
}): MockSession {
  const { faults, clock, port, connection, randomFor } = deps
  const openedAtMs = clock.monotonicNow()
  const [frameRandom, confirmationRandom] = [randomFor('frames'), randomFor('confirmations')]
  const frequencyRandom = randomFor('frequencies')
  let frame = noMoment(connection)
  let acknowledgement = noMoment(connection)
  /** The first configuration of a connection counts as none. */
  let frequency: Moment | null = null
  const timers = new Set<Disposable>()
  let isOver = false

  const next = (moment: Moment): Moment => nextMoment(moment, clock.monotonicNow() - openedAtMs)

  function later(delayMs: number, work: () => void): void {
    // The store may answer an acknowledgement after its connection is gone.
    if (isOver) return
    const timer = clock.setTimer(delayMs, () => {
      timers.delete(timer)
      work()
    })
    timers.add(timer)
  }

  function act(step: Step): void {
    switch (step.is) {
      case 'send':
        port.send(step.frame)
        break
      case 'close':
        port.close(step.code, step.reason)
        break
      case 'cut':
        port.cut()
        break
      case 'fall-silent':
        stop()
        port.fallSilent()
        later(step.forMs, port.cut)
        break
      default:
        assertNever(step)
    }
  }

  function emit(text: string, id: string | null): void {
    frame = next(frame)
    if (id !== null) port.remember(id)
    queue.add(planFrame(faults, text, frame, frameRandom))
  }

  function stop(): void {
    queue[Symbol.dispose]()
    stream[Symbol.dispose]()
    for (const timer of timers) timer[Symbol.dispose]()
    timers.clear()
  }

  const queue = createStepQueue({ clock, act })
  const stream = deps.openStream({ emit, onEnd: queue.flush })
  for (const { step, afterMs } of planOpening(faults, connection)) later(afterMs, () => act(step))

  return {
    setFrequency: stream.setFrequency,
    ignoresFrequency() {
      if (frequency === null) {
        frequency = noMoment(connection)
        return false
      }
      frequency = next(frequency)
      return ignoresFrequency(faults, frequency, frequencyRandom)
    },
    confirm(id) {
      acknowledgement = next(acknowledgement)
      const plan = planConfirmation(faults, acknowledgement, confirmationRandom)
      switch (plan.is) {
        case 'at-once':
          return confirmationText(id)
        case 'not-found':
          return notFoundText(id)
        case 'never':
          return null
        case 'late':
          later(plan.byMs, () => port.say(confirmationText(id)))
          return null
        default:
          return assertNever(plan)
      }
    },
    [Symbol.dispose]() {
      isOver = true
      stop()
    },
  }
}
