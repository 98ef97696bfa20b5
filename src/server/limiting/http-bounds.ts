/** How long Node's HTTP server waits for slow or silent senders, and how many sockets it takes. */
import type { ServerOptions } from 'node:http'
import type { ServerLimits } from './server-limits.ts'

type HttpLimits = Pick<ServerLimits, 'connections' | 'headersSeconds' | 'requestSeconds' | 'idleSeconds'>

/** Past them: 408, and the socket is closed. Upgraded connections are the heartbeat's. */
export function httpBounds({ headersSeconds, requestSeconds, idleSeconds }: HttpLimits): ServerOptions {
  const headersTimeout = headersSeconds * 1000
  return {
    headersTimeout,
    // Node wants it no shorter.
    requestTimeout: Math.max(requestSeconds * 1000, headersTimeout),
    keepAliveTimeout: idleSeconds * 1000,
    connectionsCheckingInterval: Math.min(5_000, headersTimeout / 2),
  }
}

/** Sockets of ordinary requests beside the connections; past it they are dropped. */
const maxHttpSockets = 2_000

/** @returns for `maxConnections` of the server, which counts all sockets; undefined: any number */
export const maxSockets = ({ connections }: HttpLimits): number | undefined =>
  connections === 0 ? undefined : connections + maxHttpSockets
