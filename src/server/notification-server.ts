/** The Notification WebSocket API as a server: embedded in the app, and behind the `tocsin-server` command. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Clock, Random } from '../clock/clock.ts'
import { readClientId } from '../protocol/endpoint.ts'
import { maxClientFrameBytes } from '../protocol/limits.ts'
import { createClientRegistry } from './client-registry.ts'
import { createConnections } from './connections.ts'
import { createDemoSource } from './demo/demo-source.ts'
import { startHeartbeat } from './heartbeat.ts'
import { answerRequest, pathOf, refuseUpgrade, stoppingAnswer } from './http-answers.ts'
import { maxIdleClients, maxRememberedIds } from './limits.ts'
import { listen } from './listen.ts'
import { formatServerUrl } from './server-address.ts'
import { shutDown } from './shut-down.ts'
import { writeRefusal, writeResponse } from './write-http-answer.ts'

export type NotificationServerOptions = {
  /** An address of this machine, or a name for one. */
  readonly bind: string
  /** 0 for any free one. */
  readonly port: number
  /** Whether to generate notifications at each client's frequency. */
  readonly demo: boolean
  readonly clock: Clock
  readonly random: Random
  /** Told who comes and goes, and what went wrong; one line a call. */
  readonly log?: (line: string) => void
}

export type NotificationServer = AsyncDisposable & {
  /** Where it listens: `ws://127.0.0.1:8787`; the endpoint is `/ws/notify/{client_id}` below it. */
  readonly url: string
  readonly port: number
  /** How many connections are open. */
  readonly clientCount: number
  /** Every client is closed with 1001, and dropped if it does not answer for 2 s. Idempotent. */
  close(): Promise<void>
}

/**
 * Any web page may connect: the API has no credentials and no rule on `Origin` yet. That belongs with tokens.
 * @throws ListenError when the address or the port cannot be had; its message says what to do
 */
export async function startNotificationServer(
  options: NotificationServerOptions,
): Promise<NotificationServer> {
  const { clock, random, log = () => {} } = options
  const registry = createClientRegistry({ maxIdleClients, maxRememberedIds })
  const openSource = options.demo ? createDemoSource({ clock, random }) : null
  const connections = createConnections({ clock, random, registry, openSource, log })
  // Compression costs five to eight times the CPU (performance.md); `clientTracking` would be a second list.
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxClientFrameBytes,
  })
  let closing: Promise<void> | null = null

  const onRequest = (request: IncomingMessage, response: ServerResponse): void =>
    writeResponse(response, answerRequest(pathOf(request.url ?? '/')))

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const path = pathOf(request.url ?? '/')
    const clientId = readClientId(path)
    if (closing) writeRefusal(socket, stoppingAnswer)
    else if (clientId === null) writeRefusal(socket, refuseUpgrade(path))
    else sockets.handleUpgrade(request, socket, head, (webSocket) => connections.accept(webSocket, clientId))
  }

  // An offer of another protocol, such as HTTP/2 by curl, may be ignored (RFC 9110, 7.8): answer it as HTTP.
  const shouldUpgradeCallback = (request: IncomingMessage): boolean =>
    request.headers.upgrade?.toLowerCase() === 'websocket'
  const http = createServer({ shouldUpgradeCallback }, onRequest).on('upgrade', onUpgrade)
  const address = await listen(http, options.bind, options.port)
  http.on('error', (error) => log(`The server goes on after an error: ${error.message}`))
  const heartbeat = startHeartbeat(clock, connections)

  const close = (): Promise<void> => {
    closing ??= shutDown({ http, connections, heartbeat, clock })
    return closing
  }
  return {
    url: formatServerUrl(address.address, address.port),
    port: address.port,
    get clientCount() {
      return connections.size
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}
