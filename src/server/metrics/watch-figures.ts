/** Lets metrics ask for what is true at this moment. */
import type { Clock } from '../../clock/clock.ts'
import type { Connection } from '../connection.ts'
import type { Delivery } from '../delivery/delivery.ts'
import type { Store, StoreFigures } from '../store/store.ts'
import type { Metrics } from './metrics.ts'

/** A store that takes longer must not keep all other figures from who asks. */
const answersWithinMs = 1_000

export function watchFigures(
  metrics: Pick<Metrics, 'watch'>,
  parts: {
    readonly clock: Clock
    readonly connections: Iterable<Connection> & { readonly size: number }
    readonly delivery: Pick<Delivery, 'clientCount'>
    readonly store: Pick<Store, 'clientCount' | 'figures'>
    readonly pendingCalls: () => number
  },
): void {
  const { clock, connections, delivery, store, pendingCalls } = parts
  metrics.watch({
    connections: () => connections.size,
    clients: () => delivery.clientCount,
    knownClients: () => store.clientCount,
    unsentBytes: () => unsentBytesOf(connections),
    storeCalls: pendingCalls,
    async stored() {
      const { promise, resolve } = Promise.withResolvers<StoreFigures | null>()
      using _timer = clock.setTimer(answersWithinMs, () => resolve(null))
      store.figures().then(resolve, () => resolve(null))
      return await promise
    },
  })
}

/** What waits in memory for clients that read slowly. */
export function unsentBytesOf(connections: Iterable<Pick<Connection, 'subscription'>>): number {
  let bytes = 0
  for (const { subscription } of connections) bytes += subscription.wire.writableLength
  return bytes
}
