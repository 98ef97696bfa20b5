/** A slot holds one search: a newer one takes its place, and the last is cancelled. */
import type { Asked } from './pending-asks.ts'

export type SearchSlots = {
  /** Cancels what the slot holds; null is no slot. */
  clear(slot: string | null): void
  /** Holds a search until it is answered. */
  hold<Output>(slot: string | null, search: Asked<Output>): Promise<Output | null>
}

export function createSearchSlots(): SearchSlots {
  const holders = new Map<string, Asked<unknown>>()
  return {
    clear(slot) {
      if (slot !== null) holders.get(slot)?.cancel()
    },
    async hold(slot, search) {
      if (slot === null) return search.answer
      holders.set(slot, search)
      try {
        return await search.answer
      } finally {
        if (holders.get(slot) === search) holders.delete(slot)
      }
    },
  }
}
