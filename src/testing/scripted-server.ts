/** A notification server for tests that says only what it is told to, and remembers what it heard. */
import { once } from 'node:events'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import WebSocket, { WebSocketServer } from 'ws'

export type ScriptedServer = AsyncDisposable & {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  /** Every message heard, as parsed JSON, in order, over all connections. */
  readonly heard: readonly unknown[]
  /** The paths of the upgrades, in order. */
  readonly paths: readonly string[]
  /** The headers of the upgrades, in order. */
  readonly headers: readonly IncomingHttpHeaders[]
  /** The newest open connection; waits for one where there is none. */
  connection(): Promise<WebSocket>
  /** Sends to the newest connection: text as it is, anything else as JSON. */
  send(frame: unknown): Promise<void>
  /** Resolves once `count` messages have been heard in all. */
  hears(count: number): Promise<readonly unknown[]>
}

/**
 * @param port 0 for any free one
 * @param answer more lines for the answer to an upgrade, `Name: value`
 */
export async function startScriptedServer(
  port = 0,
  answer: (request: IncomingMessage) => readonly string[] = () => [],
): Promise<ScriptedServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  await once(server, 'listening')
  const heard: unknown[] = []
  const paths: string[] = []
  const headers: IncomingHttpHeaders[] = []
  let newest: WebSocket | null = null

  server.on('headers', (lines, request) => lines.push(...answer(request)))
  server.on('connection', (socket, request) => {
    newest = socket
    paths.push(request.url ?? '')
    headers.push(request.headers)
    socket.on('error', () => {})
    socket.on('message', (data: Buffer) => {
      heard.push(JSON.parse(data.toString()))
      server.emit('heard')
    })
    server.emit('opened')
  })

  async function connection(): Promise<WebSocket> {
    while (newest === null || newest.readyState !== WebSocket.OPEN) await once(server, 'opened')
    return newest
  }

  const actualPort = (server.address() as AddressInfo).port // a TCP server has an address of this form
  return {
    url: `ws://127.0.0.1:${actualPort}`,
    port: actualPort,
    heard,
    paths,
    headers,
    connection,
    async send(frame) {
      const socket = await connection()
      socket.send(typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame))
    },
    async hears(count) {
      while (heard.length < count) await once(server, 'heard')
      return heard
    },
    async [Symbol.asyncDispose]() {
      for (const socket of server.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
