/** When a connection is read no further: decided here, done by `reading.ts`. */
import type { Clock } from '../../clock/clock.ts'
import type { Connection } from '../connection.ts'
import { drained } from '../delivery/drained.ts'
import type { UnsentBytes } from '../delivery/unsent-bytes.ts'
import { maxPendingAnswers } from '../limits.ts'
import { countFrame } from './frame-allowance.ts'
import type { Reading } from './reading.ts'

export type BackPressure = {
  /** A message came from it, of so many bytes. */
  received(connection: Connection, bytes: number): void
  /** Something was written to it that cannot be left to the store. One that does not read is not read either. */
  sent(connection: Connection): void
  /** So many of its answers wait for the store; the last one for this. */
  answering(connection: Connection, pending: number, last: Promise<unknown>): void
  /** It has as much unsent as it may. */
  isBehind(connection: Connection): boolean
}

/** @param framesPerSecond 0: any number */
export function createBackPressure(deps: {
  readonly clock: Clock
  readonly unsent: UnsentBytes
  readonly reading: Reading
  readonly framesPerSecond: number
}): BackPressure {
  const { clock, unsent, reading, framesPerSecond } = deps
  return {
    received(connection, bytes) {
      const frame = { bytes, nowMs: clock.monotonicNow(), framesPerSecond }
      const { owedUntilMs, waitMs } = countFrame(connection.framesOwedUntilMs, frame)
      connection.framesOwedUntilMs = owedUntilMs
      if (waitMs > 0) reading.holdFor(connection, waitMs)
    },
    sent(connection) {
      const { subscription } = connection
      if (subscription.wire.writableLength === 0) return
      unsent.look(subscription)
      if (!unsent.isBehind(subscription) || reading.isHeld(connection, 'unsent')) return
      reading.hold(connection, 'unsent')
      void drained(subscription.wire).then(() => reading.release(connection, 'unsent'))
    },
    answering(connection, pending, last) {
      if (pending < maxPendingAnswers || reading.isHeld(connection, 'answers')) return
      reading.hold(connection, 'answers')
      void last.catch(() => {}).then(() => reading.release(connection, 'answers'))
    },
    isBehind: ({ subscription }) => unsent.isBehind(subscription),
  }
}
