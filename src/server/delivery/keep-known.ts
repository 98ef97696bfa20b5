/** Keeps clients known that stay connected for long: the store forgets who was not seen for as long as things are kept. */
import type { Clock } from '../../clock/clock.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { Store } from '../store/store.ts'
import type { Subscription } from './subscription.ts'

const everyMs = 60 * 60 * 1000

/** @returns to be called now and then; most calls do nothing */
export function createKeepKnown(deps: {
  readonly store: Pick<Store, 'enter'>
  readonly clock: Clock
  readonly subscriptions: () => Iterable<Subscription>
  readonly log: Log
}): () => void {
  const { store, clock, log } = deps
  let lastMs = clock.monotonicNow()
  return () => {
    if (clock.monotonicNow() - lastMs < everyMs) return
    lastMs = clock.monotonicNow()
    for (const { clientId } of deps.subscriptions()) {
      store.enter(clientId, Math.floor(clock.now())).catch((error: unknown) => {
        log({ event: 'presence-not-noted', reason: messageOf(error) })
      })
    }
  }
}
