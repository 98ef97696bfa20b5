/** The clean end of a server: nobody new comes in, who has asked is answered, and nobody can hold it up. */
import type { Clock } from '../clock/clock.ts'
import type { CloseReason } from './close-reasons.ts'
import { closeConnection } from './connection.ts'
import type { Connections } from './connections.ts'
import type { DeliveryNotes } from './delivery/delivery-notes.ts'
import type { Gather } from './delivery/gather.ts'
import type { HttpServer } from './http/create-http-server.ts'
import type { InFlight } from './in-flight.ts'
import type { Receipts } from './receipts/receipts.ts'
import type { Store } from './store/store.ts'

/** What clients are told, and how long all of it may take: half of it for the requests, the rest for the clients. */
export type Ending = { readonly reason: CloseReason; readonly withinMs: number }

/**
 * In this order: no new connections; requests are answered; what they stored is written to who is connected; clients are
 * closed. What a client did not read in time waits for it in the store.
 * Resolves when the port is free and every socket is gone.
 */
export async function shutDown(
  parts: {
    readonly server: Pick<HttpServer, 'http' | 'closeConnections'>
    /** Upgrades that wait for the store are no requests, and hold the port as well. */
    readonly refuseWaiting: () => void
    readonly inFlight: InFlight
    readonly connections: Connections
    readonly heartbeat: Disposable
    readonly receipts: Pick<Receipts, 'close'>
    readonly gather: Gather
    readonly notes: DeliveryNotes
    readonly store: Store
    readonly clock: Clock
  },
  { reason, withinMs }: Ending,
): Promise<void> {
  const { server, refuseWaiting, inFlight, connections, heartbeat, receipts, gather, notes, store, clock } =
    parts
  heartbeat[Symbol.dispose]()
  receipts.close()
  refuseWaiting()
  const requestsOver = clock.setTimer(withinMs / 2, () => server.closeConnections())
  const over = clock.setTimer(withinMs, () => {
    for (const { socket } of connections) socket.terminate()
  })
  // Waits for upgraded sockets too.
  const closed = new Promise<void>((resolve) => server.http.close(() => resolve()))
  await inFlight.finish()
  requestsOver[Symbol.dispose]()
  // Idle ones, and those that have not asked for anything yet.
  server.closeConnections()
  gather.finish()
  for (const connection of connections) closeConnection(connection, reason)
  // A socket is gone before `ws` has told of it.
  await Promise.all([closed, connections.whenEmpty()])
  over[Symbol.dispose]()
  await notes.flush()
  await store[Symbol.asyncDispose]()
}
