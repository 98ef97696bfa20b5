/** Sockets that are connected and have not finished their TLS handshake: Node's server counts them, and closes none. */
import type { Server } from 'node:https'
import type { Socket } from 'node:net'

/** @returns drops all of them */
export function watchHandshakes(server: Server): () => void {
  /** By their other end: what finishes a handshake is another object. */
  const sockets = new Map<string, Socket>()
  const endOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`
  server.on('connection', (socket: Socket) => {
    const end = endOf(socket)
    sockets.set(end, socket)
    socket.once('close', () => {
      if (sockets.get(end) === socket) sockets.delete(end)
    })
  })
  server.on('secureConnection', (socket) => sockets.delete(endOf(socket)))
  return () => {
    for (const socket of sockets.values()) socket.destroy()
  }
}
