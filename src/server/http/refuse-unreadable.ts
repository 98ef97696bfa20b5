/** Answers what is no HTTP, or no WebSocket handshake: Node and `ws` would refuse it with hardly a word. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemAnswer, writeAnswer, writeRefusal } from './answer.ts'

/** For `clientError` of Node's HTTP server, which leaves the connection to whoever listens. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, detail } = explain(error)
  writeRefusal(socket, problemAnswer({ status, detail }))
}

/** The codes are those that Node's own answer goes by. */
function explain({ code, message }: NodeJS.ErrnoException): { status: number; detail: string } {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, detail: 'The headers are too long: 16 KiB in all is the most.' }
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { status: 413, detail: 'The chunk extensions of the body are too long: leave them out.' }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, detail: 'The request took too long to arrive: send it again, in one go.' }
    case 'HPE_INVALID_EOF_STATE':
      return { status: 400, detail: 'The connection ended in the middle of a request.' }
    default:
      return {
        status: 400,
        detail: `That is not a request in HTTP: ${message.replace(/^Parse Error: /, '')}.`,
      }
  }
}

/** For `wsClientError` of `ws`. */
export function refuseHandshake(error: Error, socket: Duplex, { headers }: IncomingMessage): void {
  const isOfOtherVersion = headers['sec-websocket-version'] !== '13'
  // RFC 6455, 4.4: a server says which versions it understands.
  const versions: Readonly<Record<string, string>> = isOfOtherVersion ? { 'Sec-WebSocket-Version': '13' } : {}
  writeRefusal(
    socket,
    problemAnswer({ status: 400, detail: `That is no WebSocket handshake: ${error.message}.` }, versions),
  )
}

/** For `checkExpectation` of Node's HTTP server: RFC 9110, 10.1.1, knows `100-continue` alone, which Node answers. */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const detail = 'The header "Expect" may say "100-continue" only: leave it out.'
  writeAnswer(response, problemAnswer({ status: 417, detail, field: 'Expect' }))
}
