/**
 * Brings what is stored to who is connected: what waited first, from the store, then what comes, at once. One who reads
 * too slowly is left to the store and caught up when it has read.
 *
 * The seam: whatever is announced is in the store. A subscription becomes live in the turn in which the store had no more
 * for it and nothing newer was announced meanwhile; until then announcements pass it by, and it reads them.
 */

import type { Clock } from '../../clock/clock.ts'
import type { Cursor } from '../../protocol/resumption.ts'
import type { Store, StoredMessage, StreamKey } from '../store/store.ts'
import { createCatchUp } from './catch-up.ts'
import type { DeliveryNotes } from './delivery-notes.ts'
import { dueMessages } from './due-messages.ts'
import { createSharedFrames, frameMessage } from './framed-message.ts'
import { createPresence } from './presence.ts'
import { isOpen, type Subscription } from './subscription.ts'
import type { UnsentBytes } from './unsent-bytes.ts'

export type Delivery = {
  enter(subscription: Subscription): void
  leave(subscription: Subscription): void
  /** What was stored, in order of position. */
  announce(messages: readonly StoredMessage[]): void
  /** Something may have been stored and not announced: everyone asks the store. */
  catchUpAll(): void
  /** All sequences are of another life now. */
  forgetHeads(): void
  /** Of this client id, in order of connecting. */
  connectionsOf(clientId: string): Iterable<Subscription>
  /** All that are connected. */
  subscriptions(): Iterable<Subscription>
  recipients(stream: StreamKey): Recipients
  /** Client ids with a connection. */
  readonly clientCount: number
}

/** Clients, not connections: who was connected when it was announced, and for whom it waits. */
export type Recipients = { readonly online: number; readonly waiting: number }

export function createDelivery(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly notes: DeliveryNotes
  readonly unsent: UnsentBytes
  /** So many were handed to a client's connection. */
  readonly onDelivered: (clientId: string, count: number) => void
  readonly onFailed: (subscription: Subscription, error: unknown) => void
}): Delivery {
  const { store, notes, unsent, onDelivered } = deps
  const presence = createPresence()
  const catchUp = createCatchUp({ ...deps, headsFor: (clientId) => presence.heads(clientId) })

  /** @param through the cursor after it */
  function send(subscription: Subscription, bytes: Buffer, through: Cursor): void {
    const { wire, clientId } = subscription
    if (!isOpen(subscription)) return
    if (wire.writableLength > 0 && unsent.isBehind(subscription)) {
      fallBack(subscription)
      return
    }
    const count = through.own - subscription.own + through.all - subscription.all
    wire.write(bytes)
    if (wire.writableLength === 0) {
      subscription.own = through.own
      subscription.all = through.all
    } else {
      // The system took not all of it: what it took before is noted now, the rest when it is gone.
      notes.noteLive(subscription)
      noteWhenGone(subscription, through)
      unsent.look(subscription)
    }
    onDelivered(clientId, count)
  }

  function noteWhenGone(subscription: Subscription, { own, all }: Cursor): void {
    const { clientId, own: ownBefore, all: allBefore } = subscription
    subscription.own = own
    subscription.all = all
    subscription.ownUnnoted = own + 1
    subscription.allUnnoted = all + 1
    // A write of nothing is done when all before it is.
    subscription.wire.write('', (error) => {
      if (error) return
      const at = { clientId, deliveredAtMs: deps.clock.now() }
      if (own > ownBefore) notes.note({ ...at, stream: 'own', from: ownBefore + 1, through: own })
      if (all > allBefore) notes.note({ ...at, stream: 'all', from: allBefore + 1, through: all })
    })
  }

  function sendEach(subscription: Subscription, announced: readonly StoredMessage[]): void {
    const due = dueMessages(subscription, announced)
    if (due === null) fallBack(subscription)
    else if (due.messages.length > 0) {
      const frames = due.messages.map((message) => frameMessage(message, subscription.isResuming))
      send(subscription, Buffer.concat(frames), due.through)
    }
  }

  /** To the store: what it has not got yet, it reads there. */
  function fallBack(subscription: Subscription): void {
    notes.noteLive(subscription)
    subscription.isLive = false
    catchUp(subscription)
  }

  function announceOwn(clientId: string, messages: readonly StoredMessage[]): void {
    for (const subscription of presence.connectionsOf(clientId)) {
      if (subscription.isLive) sendEach(subscription, messages)
    }
  }

  function announceToAll(messages: readonly StoredMessage[]): void {
    const owners = new Set<string | null>(messages.map(({ stream }) => stream))
    const everyones = messages.filter(({ stream }) => stream === null)
    const [first, last] = [everyones[0]?.sequence ?? 0, everyones.at(-1)?.sequence ?? 0]
    const shared = createSharedFrames(everyones)
    for (const subscription of presence.all()) {
      if (!subscription.isLive) continue
      const { clientId, own, all, isResuming } = subscription
      if (all === first - 1 && !owners.has(clientId))
        send(subscription, shared(isResuming), { own, all: last })
      else
        sendEach(
          subscription,
          messages.filter(({ stream }) => stream === null || stream === clientId),
        )
    }
  }

  return {
    enter(subscription) {
      presence.add(subscription)
      catchUp(subscription)
    },
    leave(subscription) {
      presence.remove(subscription)
      if (subscription.isLive) notes.noteLive(subscription)
      subscription.isLive = false
    },
    announce(messages) {
      for (const { stream, sequence } of messages) presence.advance(stream, sequence)
      if (messages.some(({ stream }) => stream === null)) return announceToAll(messages)
      for (const [clientId, own] of Map.groupBy(messages, ({ stream }) => stream ?? ''))
        announceOwn(clientId, own)
    },
    catchUpAll() {
      for (const subscription of presence.all()) if (subscription.isLive) fallBack(subscription)
    },
    forgetHeads: presence.forgetHeads,
    connectionsOf: presence.connectionsOf,
    subscriptions: presence.all,
    get clientCount() {
      return presence.clientCount
    },
    recipients(stream) {
      if (stream === null) {
        return {
          online: presence.clientCount,
          waiting: Math.max(0, store.clientCount - presence.clientCount),
        }
      }
      return presence.isOnline(stream) ? { online: 1, waiting: 0 } : { online: 0, waiting: 1 }
    },
  }
}
