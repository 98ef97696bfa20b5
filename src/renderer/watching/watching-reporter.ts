/** Tells the engine whether somebody looks at the list, whenever that becomes another. */
import type { ContractClient, Transport } from '../../contract/client.ts'

export type WatchingReporter = {
  /** Something may have changed. */
  look(): void
  dispose(): void
}

type Deps = {
  readonly client: Pick<ContractClient, 'call'>
  readonly watchHost: Transport['watchHost']
  readonly isWatching: () => boolean
}

export function createWatchingReporter({ client, watchHost, isWatching }: Deps): WatchingReporter {
  let isHostThere = watchHost === undefined
  /** Null where the engine knows nothing: it takes nobody for watching. */
  let told: boolean | null = null

  function look(): void {
    const isNow = isWatching()
    if (!isHostThere || isNow === (told ?? false)) return
    told = isNow
    // Told again at the next change, or with the next connection.
    client.call('noteWatching', { isWatching: isNow }).catch(() => {})
  }

  const stop = watchHost?.((isThere) => {
    isHostThere = isThere
    told = null
    look()
  })
  return {
    look,
    dispose() {
      stop?.()
    },
  }
}
