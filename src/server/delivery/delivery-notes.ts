/**
 * Notes who was sent what, for receipts: gathered in memory, stored at each heartbeat, and whenever somebody asks. What a
 * crash loses of it is no notification.
 */
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { DeliveredRange, Store } from '../store/store.ts'
import type { Subscription } from './subscription.ts'

/** So many are stored before the next heartbeat: those who read slowly leave a note for each write. */
export const maxNotes = 10_000

export type DeliveryNotes = {
  /** Frames that were handed to the system at this time. */
  note(range: DeliveredRange): void
  /** What this subscription got live since the last time. */
  noteLive(subscription: Subscription): void
  /** Stores what was noted. */
  flush(): Promise<void>
}

export function createDeliveryNotes(deps: {
  readonly store: Pick<Store, 'noteDelivered'>
  /** Those whose live deliveries are looked at before storing. */
  readonly subscriptions: () => Iterable<Subscription>
  readonly log: Log
}): DeliveryNotes {
  const { store, log } = deps
  let noted: DeliveredRange[] = []

  function noteLive(subscription: Subscription): void {
    const { clientId, own, all, ownUnnoted, allUnnoted } = subscription
    if (own >= ownUnnoted) {
      noted.push({ clientId, stream: 'own', from: ownUnnoted, through: own, deliveredAtMs: null })
    }
    if (all >= allUnnoted) {
      noted.push({ clientId, stream: 'all', from: allUnnoted, through: all, deliveredAtMs: null })
    }
    subscription.ownUnnoted = own + 1
    subscription.allUnnoted = all + 1
  }

  async function flush(): Promise<void> {
    for (const subscription of deps.subscriptions()) {
      if (subscription.isLive) noteLive(subscription)
    }
    const ranges = noted
    noted = []
    if (ranges.length === 0) return
    try {
      await store.noteDelivered(ranges)
    } catch (error) {
      log({ event: 'deliveries-not-noted', reason: messageOf(error) })
    }
  }

  return {
    note(range) {
      noted.push(range)
      if (noted.length >= maxNotes) void flush()
    },
    noteLive,
    flush,
  }
}
