/** How often each client id has come: what makes its next connection repeatable. Bounded: the oldest are forgotten. */
import type { Random } from '../../clock/clock.ts'
import { type Moment, noMoment } from './plan/fires.ts'

/** Mutable, as the mock's own record. */
export type KnownClient = {
  attempt: Moment
  connections: number
  /** For its attempts. */
  readonly random: Random
}

/** @param maxClients how many are remembered, those that came last */
export function createKnownClients(
  maxClients: number,
  randomFor: (clientId: string) => Random,
): (clientId: string) => KnownClient {
  const clients = new Map<string, KnownClient>()
  return (clientId) => {
    const client = clients.get(clientId) ?? {
      attempt: noMoment(1),
      connections: 0,
      random: randomFor(clientId),
    }
    clients.delete(clientId) // so that it moves to the end
    clients.set(clientId, client)
    for (const oldest of clients.keys()) {
      if (clients.size <= maxClients) break
      clients.delete(oldest)
    }
    return client
  }
}
