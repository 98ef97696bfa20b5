/** One connection that publishes, one message at a time: as light as it can be, so that the server is measured. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Protocol } from './counting-client.ts'

export type PublisherConnection = {
  /** Calls back when it is answered; one at a time. */
  publish(onAnswered: () => void): void
  end(): void
}

/** @param path of HTTP alone */
export async function connectPublisher(
  protocol: Protocol,
  port: number,
  path: string,
  body: string,
): Promise<PublisherConnection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return protocol === 'nats' ? natsPublisher(socket, body) : httpPublisher(socket, port, path, body)
}

function httpPublisher(socket: Socket, port: number, path: string, body: string): PublisherConnection {
  const request = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
  return askOver(socket, request, (text) => {
    // Each answer ends with its only line feed without a carriage return before it.
    if (!text.endsWith('}\n')) return false
    if (!text.startsWith('HTTP/1.1 201')) throw new Error(text.slice(0, 400))
    return true
  })
}

/** It answers no publication: a ping right after it is answered once the message is on its way. Its own pings may come between. */
async function natsPublisher(socket: Socket, body: string): Promise<PublisherConnection> {
  await once(socket, 'data') // INFO
  socket.write('CONNECT {"verbose":false,"pedantic":false}\r\n')
  const request = `PUB everyone ${Buffer.byteLength(body)}\r\n${body}\r\nPING\r\n`
  return askOver(socket, request, (text) => text.includes('PONG\r\n'))
}

/** @param isAnswered given all that has come since the request */
function askOver(
  socket: Socket,
  request: string,
  isAnswered: (text: string) => boolean,
): PublisherConnection {
  let text = ''
  let answered = (): void => {}
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
    if (!isAnswered(text)) return
    text = ''
    answered()
  })
  return {
    publish(onAnswered) {
      answered = onAnswered
      socket.write(request)
    },
    end: () => void socket.end(),
  }
}
