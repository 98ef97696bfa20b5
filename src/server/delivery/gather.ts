/**
 * Gathers announcements while there are many: a round of writes to a thousand sockets costs the same for one message as
 * for ten. At once when idle; after a round, a pause of as long as the round took, in which more may come.
 */
import type { Clock } from '../../clock/clock.ts'
import type { StoredMessage } from '../store/store.ts'

export type Gather = {
  offer(messages: readonly StoredMessage[]): void
  /** Announces what is waiting, and waits no more. */
  finish(): void
}

/** Shorter rounds are not worth a timer. */
const shortRoundMs = 1

export function createGather(deps: {
  readonly clock: Clock
  readonly announce: (messages: readonly StoredMessage[]) => void
}): Gather {
  const { clock } = deps
  let waiting: StoredMessage[] = []
  let timer: Disposable | null = null
  let notBeforeMs = Number.NEGATIVE_INFINITY

  function announce(): void {
    timer?.[Symbol.dispose]()
    timer = null
    const messages = waiting
    waiting = []
    if (messages.length === 0) return
    const startedMs = clock.monotonicNow()
    deps.announce(messages)
    const endedMs = clock.monotonicNow()
    const tookMs = endedMs - startedMs
    notBeforeMs = tookMs < shortRoundMs ? endedMs : endedMs + tookMs
  }

  return {
    offer(messages) {
      waiting.push(...messages)
      if (timer !== null) return
      const leftMs = notBeforeMs - clock.monotonicNow()
      if (leftMs <= 0) announce()
      else timer = clock.setTimer(leftMs, announce)
    },
    finish: announce,
  }
}
