/** Clients that only count: they step from head to head and look at no text, so that the server is measured. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createFrameCounter } from './frame-counter.ts'
import { createNatsCounter } from './nats-counter.ts'

/** What is spoken with the server. */
export type Protocol = 'notifications' | 'socket.io' | 'nats'

/** @param onMessages so many have come */
export async function connectCountingClient(
  protocol: Protocol,
  port: number,
  clientId: string,
  onMessages: (count: number) => void,
): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  switch (protocol) {
    case 'notifications':
      await upgrade(socket, `/ws/notify/${clientId}`, createFrameCounter(onMessages))
      break
    case 'socket.io':
      await connectSocketIo(socket, onMessages)
      break
    case 'nats':
      await subscribe(socket, onMessages)
      break
  }
  return socket
}

async function upgrade(socket: Socket, path: string, read: (chunk: Buffer) => void): Promise<void> {
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  )
  const [first] = (await once(socket, 'data')) as [Buffer] // no encoding was set
  const end = first.indexOf('\r\n\r\n') + 4
  if (!first.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(first.toString())
  if (first.length > end) read(first.subarray(end))
  socket.on('data', read)
}

/** Engine.IO's handshake and Socket.IO's: one packet each from the server, before any event. */
async function connectSocketIo(socket: Socket, onMessages: (count: number) => void): Promise<void> {
  let handshakes = 2
  const ready = Promise.withResolvers<void>()
  const read = createFrameCounter((count) => {
    const first = Math.min(handshakes, count)
    handshakes -= first
    if (first > 0 && handshakes === 0) ready.resolve()
    if (count > first) onMessages(count - first)
  })
  await upgrade(socket, '/socket.io/?EIO=4&transport=websocket', read)
  // `40`: connect to the namespace; a text frame, masked with nothing.
  socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]))
  await ready.promise
}

async function subscribe(socket: Socket, onMessages: (count: number) => void): Promise<void> {
  await once(socket, 'data') // INFO
  socket.write('CONNECT {"verbose":false,"pedantic":false}\r\nSUB everyone 1\r\nPING\r\n')
  await once(socket, 'data') // PONG
  socket.on('data', createNatsCounter(onMessages))
}
