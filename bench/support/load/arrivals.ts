/** Counts arrivals at all clients together: each gets every message, in order, and all of them about as quickly. */

export type Arrivals = {
  add(count: number): void
  /** Resolves when so many have arrived as all clients together have of the messages up to this one. */
  whenThere(index: number): Promise<void>
}

export function createArrivals(clients: number): Arrivals {
  const waiting: (() => void)[] = []
  let arrived = 0
  /** Messages that are there. */
  let there = clients === 0 ? Number.POSITIVE_INFINITY : 0
  return {
    add(count) {
      arrived += count
      while (arrived >= (there + 1) * clients) waiting[there++]?.()
    },
    whenThere: (index) =>
      index < there
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting[index] = resolve
          }),
  }
}
