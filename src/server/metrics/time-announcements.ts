/** Times how long what was stored takes until it is written to everyone who is live: one look at the clock a round. */
import type { Clock } from '../../clock/clock.ts'
import type { StoredMessage } from '../store/store.ts'

export type TimedAnnouncements = {
  /** To be called for what was stored at once, before it is offered. */
  stored(): void
  /** Announces all that was stored until now. */
  announce(messages: readonly StoredMessage[]): void
}

export function timeAnnouncements(deps: {
  readonly clock: Pick<Clock, 'monotonicNow'>
  readonly announce: (messages: readonly StoredMessage[]) => void
  readonly written: (seconds: number) => void
}): TimedAnnouncements {
  const { clock, written } = deps
  let storedMs: number[] = []
  return {
    stored: () => void storedMs.push(clock.monotonicNow()),
    announce(messages) {
      deps.announce(messages)
      const nowMs = clock.monotonicNow()
      for (const atMs of storedMs) written((nowMs - atMs) / 1000)
      storedMs = []
    },
  }
}
