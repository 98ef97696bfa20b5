/** The clean end of a server: nobody new comes in, every client gets 1001, and nobody can hold it up. */
import type { Server } from 'node:http'
import type { Clock } from '../clock/clock.ts'
import { closeReasons } from './close-reasons.ts'
import { closeConnection } from './connection.ts'
import type { Connections } from './connections.ts'
import type { DeliveryNotes } from './delivery/delivery-notes.ts'
import type { Gather } from './delivery/gather.ts'
import { closeGraceMs } from './limits.ts'
import type { Receipts } from './receipts/receipts.ts'
import type { Store } from './store/store.ts'

/** Resolves when the port is free and every socket is gone: after the grace at the latest. */
export async function shutDown(parts: {
  readonly http: Server
  readonly connections: Connections
  readonly heartbeat: Disposable
  readonly receipts: Pick<Receipts, 'close'>
  readonly gather: Gather
  readonly notes: DeliveryNotes
  readonly store: Store
  readonly clock: Clock
}): Promise<void> {
  const { http, connections, heartbeat, receipts, gather, notes, store, clock } = parts
  heartbeat[Symbol.dispose]()
  receipts.close()
  gather.finish()
  // Waits for upgraded sockets too, which `closeAllConnections` leaves alone.
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeAllConnections()
  for (const connection of connections) closeConnection(connection, closeReasons.shuttingDown)
  const grace = clock.setTimer(closeGraceMs, () => {
    for (const { socket } of connections) socket.terminate()
  })
  // A socket is gone before `ws` has told of it.
  await Promise.all([closed, connections.whenEmpty()])
  grace[Symbol.dispose]()
  await notes.flush()
  await store[Symbol.asyncDispose]()
}
