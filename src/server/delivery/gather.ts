/**
 * Gathers announcements while there are many: a round of writes to a thousand sockets costs the same for one message as
 * for ten. At once when idle; after a round, a pause of as long as the round took, in which more may come. Where nothing
 * more came, as when each waits for the last one to arrive, the next few rounds do without.
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
/** So many rounds after a pause in vain there is another one. */
const roundsWithoutPause = 16

export function createGather(deps: {
  readonly clock: Clock
  readonly announce: (messages: readonly StoredMessage[]) => void
}): Gather {
  const { clock } = deps
  let waiting: StoredMessage[] = []
  let timer: Disposable | null = null
  let notBeforeMs = Number.NEGATIVE_INFINITY
  let withoutPause = 0

  function announce(): void {
    const hasPaused = timer !== null
    timer?.[Symbol.dispose]()
    timer = null
    const messages = waiting
    waiting = []
    if (messages.length === 0) return
    const startedMs = clock.monotonicNow()
    deps.announce(messages)
    const endedMs = clock.monotonicNow()
    const tookMs = endedMs - startedMs
    if (messages.length > 1) withoutPause = 0
    else if (hasPaused) withoutPause = roundsWithoutPause
    else withoutPause = Math.max(0, withoutPause - 1)
    notBeforeMs = tookMs < shortRoundMs || withoutPause > 0 ? endedMs : endedMs + tookMs
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
