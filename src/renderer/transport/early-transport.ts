/** Asks for the snapshot before there is a window to show it, and keeps what the host says meanwhile. */
import type { Transport } from '../../contract/client.ts'

export type EarlyTransport = Transport & {
  /** Settles when the snapshot, or a refusal, is there. */
  readonly answered: Promise<unknown>
  /** Whoever listens does so by now: tells what was kept, and from now on whatever comes. */
  release(): void
}

type Told = readonly [name: unknown, data: unknown]

export function askEarly(transport: Transport): EarlyTransport {
  const listeners = new Set<(name: unknown, data: unknown) => void>()
  let kept: Told[] | null = []
  const answered = transport.invoke('getSnapshot', {})
  let first: Promise<unknown> | null = answered

  const tell = (name: unknown, data: unknown): void => {
    for (const listener of listeners) listener(name, data)
  }
  transport.subscribe((name, data) => {
    if (kept === null) tell(name, data)
    else kept.push([name, data])
  })
  // A snapshot from before an interruption lacks what was told during it.
  transport.watchHost?.((isThere) => {
    if (!isThere) first = null
  })
  const watchHost = transport.watchHost?.bind(transport)
  return {
    ...(watchHost === undefined ? {} : { watchHost }),
    answered: answered.catch(() => null),
    invoke(command, input) {
      if (command !== 'getSnapshot' || first === null) return transport.invoke(command, input)
      const answer = first
      first = null
      return answer
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    release() {
      const due = kept ?? []
      kept = null
      for (const [name, data] of due) tell(name, data)
    },
  }
}
