/** Node's HTTP or HTTPS server, set up: its bounds, what it answers by itself, and who answers all else. Listens nowhere yet. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import type { TlsCertificate } from '../access/tls-certificate.ts'
import { httpBounds, maxSockets } from '../limiting/http-bounds.ts'
import type { ServerLimits } from '../limiting/server-limits.ts'
import { watchHandshakes } from './handshaking-sockets.ts'
import { refuseExpectation, refuseUnreadable } from './refuse-unreadable.ts'

export type HttpServer = {
  readonly http: Server
  /** Of requests, or of nothing yet; upgraded ones stay. */
  closeConnections(): void
  /** For connections from now on; nothing where there is no TLS. @throws Error when it cannot be used; the one of before stays */
  setCertificate(certificate: TlsCertificate): void
}

/** @param tls null: plain HTTP */
export function createHttpServer(options: {
  readonly tls: TlsCertificate | null
  readonly limits: ServerLimits
  /** Also for those that wait for a word before they send a body (`Expect: 100-continue`). */
  readonly onRequest: (request: IncomingMessage, response: ServerResponse) => void
  readonly onUpgrade: (request: IncomingMessage, wire: Duplex, head: Buffer) => void
}): HttpServer {
  const { tls, limits, onRequest, onUpgrade } = options
  /** By socket, the answer that was begun last. */
  const answers = new WeakMap<Duplex, ServerResponse>()
  const onHead = (request: IncomingMessage, response: ServerResponse): void => {
    answers.set(request.socket, response)
    onRequest(request, response)
  }
  const onClientError = (error: Error, socket: Duplex): void => {
    const answer = answers.get(socket)
    // Behind a whole request whose answer is not over: a refusal would be taken for that answer, or for a part of it.
    if (answer?.req.complete && !answer.writableFinished && !socket.destroyed) answer.shouldKeepAlive = false
    else refuseUnreadable(error, socket)
  }
  const bounds = { ...httpBounds(limits), shouldUpgradeCallback }
  const secure = tls && createTlsServer({ ...tls, ...bounds, handshakeTimeout: bounds.headersTimeout })
  const http = secure ?? createServer(bounds)
  http
    .on('request', onHead)
    // Heard, Node does not ask for the body by itself.
    .on('checkContinue', onHead)
    .on('checkExpectation', refuseExpectation)
    .on('upgrade', onUpgrade)
    .on('clientError', onClientError)
  http.maxConnections = maxSockets(limits) ?? Number.POSITIVE_INFINITY
  const dropHandshakes = secure && watchHandshakes(secure)
  return {
    http,
    closeConnections() {
      http.closeAllConnections()
      dropHandshakes?.()
    },
    setCertificate: (certificate) => void secure?.setSecureContext(certificate),
  }
}

/** An offer of another protocol, such as HTTP/2 by curl, may be ignored (RFC 9110, 7.8): answer it as HTTP. */
const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket'
