/** How many connections are open or being opened: in all, from each address, of each client. */
import type { Duplex } from 'node:stream'
import { type Answer, problemAnswer } from '../http/answer.ts'
import type { ServerLimits } from './server-limits.ts'

export type ConnectionPlaces = {
  /**
   * Takes a place that is held until the socket is closed.
   * @returns null; or what an upgrade is refused with: a status and `Retry-After`, which clients wait for
   */
  take(wire: Duplex, whose: Holder): Answer | null
}

type Holder = { readonly clientId: string; readonly address: string }

export function createConnectionPlaces(
  limits: Pick<ServerLimits, 'connections' | 'connectionsPerAddress' | 'connectionsPerClient'>,
): ConnectionPlaces {
  const holders = new Map<Duplex, Holder>()
  const byAddress = new Map<string, number>()
  const byClient = new Map<string, number>()

  /** Shared by all sockets. */
  function onClose(this: Duplex): void {
    const holder = holders.get(this)
    if (holder === undefined) return
    holders.delete(this)
    add(byAddress, holder.address, -1)
    add(byClient, holder.clientId, -1)
  }

  return {
    take(wire, { clientId, address }) {
      if (isFull(holders.size, limits.connections)) return full(limits.connections)
      if (isFull(byAddress.get(address), limits.connectionsPerAddress)) {
        return tooMany(limits.connectionsPerAddress, 'from this address')
      }
      if (isFull(byClient.get(clientId), limits.connectionsPerClient)) {
        return tooMany(limits.connectionsPerClient, 'with this client id')
      }
      // Gone already: its `close` will not come again.
      if (wire.closed) return null
      holders.set(wire, { clientId, address })
      add(byAddress, address, 1)
      add(byClient, clientId, 1)
      wire.on('close', onClose)
      return null
    },
  }
}

/** @param limit 0: none */
const isFull = (count: number | undefined, limit: number): boolean => limit > 0 && (count ?? 0) >= limit

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

/** Dead connections are found within two heartbeats: sooner there is little hope. */
const retryAfter = { 'Retry-After': '30' }

const full = (limit: number): Answer =>
  problemAnswer(
    { status: 503, detail: `The server has all the ${limit} connections that it takes: try again in 30 s.` },
    retryAfter,
  )

const tooMany = (limit: number, whose: string): Answer =>
  problemAnswer(
    {
      status: 429,
      detail: `No more than ${limit} at a time may be connected ${whose}: close one, or try again in 30 s.`,
    },
    retryAfter,
  )
