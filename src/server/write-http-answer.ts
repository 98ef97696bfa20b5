/** Writes an HTTP answer: to an ordinary request, or to an upgrade that is refused. */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HttpAnswer } from './http-answers.ts'

const contentType = 'text/plain; charset=utf-8'

export function writeResponse(response: ServerResponse, { status, body }: HttpAnswer): void {
  // RFC 9110, 15.5.22: a 426 must name what to upgrade to.
  if (status === 426) response.setHeader('Upgrade', 'websocket').setHeader('Connection', 'Upgrade')
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(body) })
  response.end(body)
}

/** Node hands an upgrade over as a bare socket: no response object there. Ends the connection. */
export function writeRefusal(socket: Duplex, { status, body }: HttpAnswer): void {
  socket.on('error', () => {}) // The client may be gone already, and then there is nobody to refuse.
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      `Content-Type: ${contentType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
    () => socket.destroy(),
  )
}
