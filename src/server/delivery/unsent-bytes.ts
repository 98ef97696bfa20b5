/**
 * What waits in the server's memory for those who read slowly, over all connections: who may have more of it, and who is
 * left to the store. Looks at a connection only when the system did not take all that was written to it.
 */
import { maxUnsentBytes } from '../limiting/server-limits.ts'
import type { Subscription } from './subscription.ts'

export type UnsentBytes = {
  /** As it was last looked at, in bytes. */
  readonly total: number
  /** To be called after a write that left something waiting. */
  look(subscription: Subscription): void
  /** It has as much as it may: what comes is not for its memory. */
  isBehind(subscription: Subscription): boolean
  /** Resolves when another page has room, in the order of asking; it is kept until disposed. */
  room(): Promise<Disposable>
}

/** What a page from the store is counted as while it is read and written. */
const pageBytes = 256 * 1024

/**
 * Each may have as much as is still free, `maxUnsentBytes` at most: so those with the most are the first that get no more,
 * nobody has to be searched for, and the total stays below its bound (dynamic thresholds: Choudhury and Hahne, 1998). Half of
 * it is for pages from the store alone, so that those who read get on.
 * @param maxTotal in bytes, for all connections together; a MiB at least, or no page has room
 */
export function createUnsentBytes(maxTotal: number): UnsentBytes {
  const known = new Map<Subscription, number>()
  const asking: (() => void)[] = []
  let total = 0
  let pages = 0

  const isRoom = (): boolean => total + (pages + 1) * pageBytes <= maxTotal

  function count(subscription: Subscription): number {
    const { wire } = subscription
    const bytes = wire.writable ? wire.writableLength : 0
    total += bytes - (known.get(subscription) ?? 0)
    if (bytes === 0) known.delete(subscription)
    else known.set(subscription, bytes)
    letIn()
    return bytes
  }

  function letIn(): void {
    while (asking.length > 0 && isRoom()) {
      pages += 1
      asking.shift()?.()
    }
  }

  /** A write of nothing is done when all before it is, or the socket is closed. */
  function watch(subscription: Subscription): void {
    subscription.wire.write('', () => {
      if (known.has(subscription) && count(subscription) > 0) watch(subscription)
    })
  }

  const page = (): Disposable => ({
    [Symbol.dispose]() {
      pages -= 1
      letIn()
    },
  })

  return {
    get total() {
      return total
    },
    look(subscription) {
      const isWatched = known.has(subscription)
      if (count(subscription) > 0 && !isWatched) watch(subscription)
    },
    isBehind: ({ wire }) => wire.writableLength > Math.min(maxUnsentBytes, Math.max(0, maxTotal / 2 - total)),
    async room() {
      if (asking.length === 0 && isRoom()) pages += 1
      else await new Promise<void>((resolve) => asking.push(resolve))
      return page()
    },
  }
}
