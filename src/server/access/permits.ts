/** What goes on under a token's permission, connections and streams of events: ended when the permission is withdrawn. */
import type { ServerResponse } from 'node:http'
import type { WebSocket } from 'ws'
import type { KnownToken, Wish } from '../authorise.ts'
import { type Connection, closeConnection } from '../connection.ts'
import type { Access } from './access.ts'

export type Permits = {
  /** Remembers what a socket is opened with, in the turn of its permission. */
  hold(socket: WebSocket, token: KnownToken | null): void
  /** Remembers an answer that goes on, until it is closed. */
  follow(response: ServerResponse, wish: Wish, token: KnownToken | null): void
  /** Ends what is permitted no longer. */
  check(): void
}

export function createPermits(deps: {
  readonly access: Pick<Access, 'withdrawn'>
  readonly connections: () => Iterable<Connection>
}): Permits {
  const { access } = deps
  // Beside the connections, and let go with them: without tokens it costs nothing.
  const ofSockets = new WeakMap<WebSocket, KnownToken>()
  const ofResponses = new Map<ServerResponse, { readonly token: KnownToken; readonly wish: Wish }>()

  return {
    hold(socket, token) {
      if (token !== null) ofSockets.set(socket, token)
    },
    follow(response, wish, token) {
      if (token === null) return
      ofResponses.set(response, { token, wish })
      response.on('close', () => ofResponses.delete(response))
    },
    check() {
      for (const connection of deps.connections()) {
        const { socket, clientId } = connection
        const token = ofSockets.get(socket)
        if (token === undefined || socket.readyState !== socket.OPEN) continue
        const reason = access.withdrawn(token, { action: 'subscribe', clientId })
        if (reason !== null) closeConnection(connection, reason)
      }
      for (const [response, { token, wish }] of ofResponses) {
        // Not `end`: whoever writes to it may be about to write more.
        if (access.withdrawn(token, wish) !== null) response.destroy()
      }
    },
  }
}
