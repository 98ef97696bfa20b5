/** Those who wait for something to change about a client's notifications, or about anyone's. */

export type Watcher = Disposable & {
  /** Resolves at the next change; at once where one came since the last time. */
  next(): Promise<void>
  wake(): void
}

export type Watchers = {
  readonly size: number
  readonly isClosed: boolean
  /** @param clientId null: any client */
  open(clientId: string | null): Watcher
  wake(clientId: string): void
  close(): void
}

export function createWatchers(): Watchers {
  const byClient = new Map<string | null, Set<Watcher>>()
  let size = 0
  let isClosed = false

  function open(clientId: string | null): Watcher {
    let isChanged = false
    let waiting: (() => void) | null = null
    const watcher: Watcher = {
      next() {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiting = resolve
        if (isChanged || isClosed) watcher.wake()
        return promise
      },
      wake() {
        isChanged = waiting === null
        waiting?.()
        waiting = null
      },
      [Symbol.dispose]() {
        const watchers = byClient.get(clientId)
        if (!watchers?.delete(watcher)) return
        size -= 1
        if (watchers.size === 0) byClient.delete(clientId)
      },
    }
    const watchers = byClient.get(clientId)
    if (watchers) watchers.add(watcher)
    else byClient.set(clientId, new Set([watcher]))
    size += 1
    return watcher
  }

  return {
    get size() {
      return size
    },
    get isClosed() {
      return isClosed
    },
    open,
    wake(clientId) {
      if (size === 0) return
      for (const watcher of byClient.get(clientId) ?? []) watcher.wake()
      for (const watcher of byClient.get(null) ?? []) watcher.wake()
    },
    close() {
      isClosed = true
      for (const watchers of byClient.values()) for (const watcher of watchers) watcher.wake()
    },
  }
}
