/** Which notification of the server is which toast. The ids are the server's, and void once it has ended. */

/** Those that are on the screen or in the server's list, the newest; an older one is forgotten. */
const shownLimit = 1_000
/** Those that are gone, and whose click may still be on its way. */
const goneLimit = 100

type Shown = { readonly toastId: string; wasClicked: boolean }

export type ShownToasts = {
  /** 0, as in `replaces_id`, where it is not shown. */
  idOf(toastId: string): number
  /** Also of one that was removed a moment ago; null for those that are not ours. */
  clicked(id: number): string | null
  add(toastId: string, id: number): void
  /** Null where it is not shown. */
  remove(id: number): Readonly<Shown> | null
  clear(): void
}

export function createShownToasts(): ShownToasts {
  const ids = new Map<string, number>()
  const shown = new Map<number, Shown>()
  const gone = new Map<number, string>()

  function remove(id: number): Shown | null {
    const removed = shown.get(id)
    if (removed === undefined) return null
    const { toastId } = removed
    shown.delete(id)
    if (ids.get(toastId) === id) ids.delete(toastId)
    gone.set(id, toastId)
    for (const oldest of firstBeyond(gone, goneLimit)) gone.delete(oldest)
    return removed
  }

  return {
    idOf: (toastId) => ids.get(toastId) ?? 0,
    clicked(id) {
      const one = shown.get(id)
      if (one === undefined) return gone.get(id) ?? null
      one.wasClicked = true
      return one.toastId
    },
    add(toastId, id) {
      // A server may answer with another id than the one that was to be replaced.
      remove(ids.get(toastId) ?? 0)
      remove(id)
      gone.delete(id)
      ids.set(toastId, id)
      shown.set(id, { toastId, wasClicked: false })
      for (const oldest of firstBeyond(shown, shownLimit)) remove(oldest)
    },
    remove,
    clear() {
      for (const map of [ids, shown, gone]) map.clear()
    },
  }
}

const firstBeyond = <Key>(map: ReadonlyMap<Key, unknown>, limit: number): readonly Key[] =>
  [...map.keys()].slice(0, Math.max(0, map.size - limit))
