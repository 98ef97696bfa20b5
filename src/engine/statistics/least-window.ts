/** The least of what came lately. What has left the window is forgotten; a silence alone forgets nothing. */

export type LeastWindow = {
  /** Infinity while nothing is in the window. */
  readonly least: number
  /** How many values the window holds. */
  readonly size: number
  /** @param at milliseconds since the epoch; may go back */
  add(value: number, at: number): void
  /** Forgets everything; the window then holds `size` values of which this is the least. */
  restart(least: number, size: number, at: number): void
}

type Slot = { readonly minute: number; least: number; size: number }

/** Minutes in which something came, so that a silence leaves the window as it is. */
const keepMinutes = 60
/** Two clocks drift apart by seconds a day: what is older says nothing about now. */
const oldestMinutes = 24 * 60

export function createLeastWindow(): LeastWindow {
  /** Oldest first; the last is being filled. */
  let slots: Slot[] = []
  let earlier: Omit<Slot, 'minute'> = { least: Number.POSITIVE_INFINITY, size: 0 }
  let current: Slot | undefined

  function open(minute: number): Slot {
    const slot = { minute, least: Number.POSITIVE_INFINITY, size: 0 }
    const kept = slots.slice(1 - keepMinutes)
    slots = kept.filter((each) => Math.abs(minute - each.minute) <= oldestMinutes)
    earlier = {
      least: Math.min(...slots.map(({ least }) => least)),
      size: slots.reduce((sum, { size }) => sum + size, 0),
    }
    slots.push(slot)
    current = slot
    return slot
  }

  function put(least: number, size: number, at: number): void {
    const minute = Math.floor(at / 60_000)
    const slot = current?.minute === minute ? current : open(minute)
    slot.least = Math.min(slot.least, least)
    slot.size += size
  }

  return {
    get least() {
      return Math.min(earlier.least, current?.least ?? Number.POSITIVE_INFINITY)
    },
    get size() {
      return earlier.size + (current?.size ?? 0)
    },
    add: (value, at) => put(value, 1, at),
    restart(least, size, at) {
      slots = []
      current = undefined
      put(least, size, at)
    },
  }
}
