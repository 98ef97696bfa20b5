/** Who is connected, and the newest sequence that was announced to each. */
import type { Cursor } from '../../protocol/resumption.ts'
import type { StreamKey } from '../store/store.ts'
import type { Subscription } from './subscription.ts'

export type Presence = {
  /** Client ids with a connection, not connections. */
  readonly clientCount: number
  add(subscription: Subscription): void
  remove(subscription: Subscription): void
  isOnline(clientId: string): boolean
  connectionsOf(clientId: string): Iterable<Subscription>
  all(): Iterable<Subscription>
  advance(stream: StreamKey, sequence: number): void
  /** What was announced means nothing any more. */
  forgetHeads(): void
  /** Since the client is connected: what was announced before that, the store has told. */
  heads(clientId: string): Cursor
}

export function createPresence(): Presence {
  const clients = new Map<string, { readonly connections: Set<Subscription>; head: number }>()
  const subscriptions = new Set<Subscription>()
  let allHead = 0

  return {
    get clientCount() {
      return clients.size
    },
    add(subscription) {
      subscriptions.add(subscription)
      const client = clients.get(subscription.clientId)
      if (client) client.connections.add(subscription)
      else clients.set(subscription.clientId, { connections: new Set([subscription]), head: 0 })
    },
    remove(subscription) {
      subscriptions.delete(subscription)
      const client = clients.get(subscription.clientId)
      client?.connections.delete(subscription)
      if (client?.connections.size === 0) clients.delete(subscription.clientId)
    },
    isOnline: (clientId) => clients.has(clientId),
    connectionsOf: (clientId) => clients.get(clientId)?.connections ?? [],
    all: () => subscriptions,
    advance(stream, sequence) {
      if (stream === null) {
        allHead = sequence
        return
      }
      const client = clients.get(stream)
      if (client) client.head = sequence
    },
    forgetHeads() {
      allHead = 0
      for (const client of clients.values()) client.head = 0
    },
    heads: (clientId) => ({ own: clients.get(clientId)?.head ?? 0, all: allHead }),
  }
}
