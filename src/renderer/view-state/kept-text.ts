/** A text that outlives its page: for a page loaded anew its own, for a new window that of the last one. */

export type KeptText = {
  /** Null where nothing is kept, or nothing can be. */
  read(): string | null
  write(text: string): void
}

/** @param storages the page's own first; asked each time, since a browser may forbid them by throwing */
export function createKeptText(key: string, storages: readonly (() => Storage)[]): KeptText {
  return {
    read() {
      for (const storage of storages) {
        try {
          const text = storage().getItem(key)
          if (text !== null) return text
        } catch {
          // Then this one keeps nothing.
        }
      }
      return null
    },
    write(text) {
      for (const storage of storages) {
        try {
          storage().setItem(key, text)
        } catch {
          // Forbidden, or full: the next window starts at the top.
        }
      }
    },
  }
}
