/** Lets a value settle before it is sent: a slider that is dragged proposes many, and means the last. */
import type { Schedule } from '../time/schedule.ts'

export type SettledValue<Value> = {
  /** Sent after a pause without another proposal. */
  propose(value: Value): void
  /** Sends what waits, now. */
  flush(): void
}

export function createSettledValue<Value>(
  schedule: Schedule,
  settleMs: number,
  send: (value: Value) => void,
): SettledValue<Value> {
  let waiting: { readonly value: Value; readonly cancel: () => void } | null = null

  function flush(): void {
    if (waiting === null) return
    const { value, cancel } = waiting
    waiting = null
    cancel()
    send(value)
  }

  return {
    flush,
    propose(value) {
      waiting?.cancel()
      waiting = { value, cancel: schedule(flush, settleMs) }
    },
  }
}
