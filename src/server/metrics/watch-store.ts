/** A store whose calls are counted and timed; otherwise the same. */
import type { Clock } from '../../clock/clock.ts'
import type { Store } from '../store/store.ts'
import type { Metrics } from './metrics.ts'

export type WatchedStore = {
  readonly store: Store
  /** Calls that are not answered yet. */
  pendingCalls(): number
}

/** @param deliveredAtMs when this notification came to this client; null: not known */
export function watchStore(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'published' | 'acknowledged'>
  readonly deliveredAtMs: (clientId: string, id: string) => number | null
}): WatchedStore {
  const { store, clock, metrics } = deps
  let pending = 0

  async function count<Result>(call: Promise<Result>): Promise<Result> {
    pending += 1
    try {
      return await call
    } finally {
      pending -= 1
    }
  }

  return {
    pendingCalls: () => pending,
    store: {
      get retentionMs() {
        return store.retentionMs
      },
      get clientCount() {
        return store.clientCount
      },
      listen: (listener) => store.listen(listener),
      async append(draft) {
        const startedMs = clock.monotonicNow()
        const appended = await count(store.append(draft))
        if (appended.kind === 'stored') metrics.published((clock.monotonicNow() - startedMs) / 1000)
        return appended
      },
      async acknowledge(acknowledgement) {
        const outcome = await count(store.acknowledge(acknowledgement))
        if (outcome !== 'read') return outcome
        const { clientId, id, atMs } = acknowledgement
        const deliveredAtMs = deps.deliveredAtMs(clientId, id)
        metrics.acknowledged(deliveredAtMs === null ? null : Math.max(0, atMs - deliveredAtMs) / 1000)
        return outcome
      },
      enter: (clientId, nowMs) => count(store.enter(clientId, nowMs)),
      read: (request) => count(store.read(request)),
      noteDelivered: (ranges) => count(store.noteDelivered(ranges)),
      figures: () => count(store.figures()),
      receipt: (request) => count(store.receipt(request)),
      [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
    },
  }
}
