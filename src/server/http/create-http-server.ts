/** Node's HTTP or HTTPS server, set up: its bounds, what it answers by itself, and who answers all else. Listens nowhere yet. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import type { TlsCertificate } from '../access/tls-certificate.ts'
import { httpBounds, maxSockets } from '../limiting/http-bounds.ts'
import type { ServerLimits } from '../limiting/server-limits.ts'
import { refuseExpectation, refuseUnreadable } from './refuse-unreadable.ts'

export type HttpServer = {
  readonly http: Server
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
  const bounds = { ...httpBounds(limits), shouldUpgradeCallback }
  const secure = tls && createTlsServer({ ...tls, ...bounds, handshakeTimeout: bounds.headersTimeout })
  const http = secure ?? createServer(bounds)
  http
    .on('request', onRequest)
    // Heard, Node does not ask for the body by itself.
    .on('checkContinue', onRequest)
    .on('checkExpectation', refuseExpectation)
    .on('upgrade', onUpgrade)
    .on('clientError', refuseUnreadable)
  http.maxConnections = maxSockets(limits) ?? Number.POSITIVE_INFINITY
  return { http, setCertificate: (certificate) => void secure?.setSecureContext(certificate) }
}

/** An offer of another protocol, such as HTTP/2 by curl, may be ignored (RFC 9110, 7.8): answer it as HTTP. */
const shouldUpgradeCallback = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket'
