/**
 * Stalls connections of a server in this process at once, without the megabytes that the system's buffers hold: what the
 * server writes waits in its memory, as if the client did not read. Reading goes on.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

export type Stalls = Disposable & {
  /** @param port of the client's end */
  stall(port: number): void
  drain(port: number): void
  drainAll(): void
}

const channel = 'net.server.socket'

/** To be made before the clients connect. */
export function watchStalls(): Stalls {
  const sockets = new Map<number, Socket>()
  const stalled = new Set<number>()

  const onSocket = (message: unknown): void => {
    // Node's documentation: `{ socket }`, as it is accepted.
    const { socket } = message as { readonly socket: Socket }
    const port = socket.remotePort
    if (port === undefined) return
    sockets.set(port, socket)
    socket.on('close', () => {
      if (sockets.get(port) === socket) sockets.delete(port)
      stalled.delete(port)
    })
  }
  subscribe(channel, onSocket)

  const drain = (port: number): void => {
    if (stalled.delete(port)) sockets.get(port)?.uncork()
  }
  return {
    stall(port) {
      if (stalled.has(port)) return
      stalled.add(port)
      sockets.get(port)?.cork()
    },
    drain,
    drainAll() {
      for (const port of [...stalled]) drain(port)
    },
    [Symbol.dispose]: () => void unsubscribe(channel, onSocket),
  }
}
