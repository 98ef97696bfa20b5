/** A notification server that does as a test tells it, and records what it hears. Not ours: it knows the wire alone. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

export type ScriptedServer = {
  /** For `--source`. */
  readonly url: string
  /** Each frequency that a client asked for, in order. */
  readonly frequencies: readonly number[]
  /** Each id that a client acknowledged, in order. */
  readonly acknowledged: readonly string[]
  /** The path of each connection, in order. */
  readonly paths: readonly string[]
  /** How many connections there have been. */
  readonly connectionCount: number
  /** How many are open. */
  readonly openCount: number
  /** Whether acknowledgements and configurations are answered, as a server should. */
  isAnswering: boolean
  /** To every client: an object as JSON, text as it is, bytes as a binary frame. */
  send(frame: object | string | Uint8Array): void
  confirm(id: string): void
  /** Closes every connection. */
  hangUp(code: number, reason?: string): void
  /** Is gone, as if killed: connections break off, and the port is closed. */
  die(): Promise<void>
  /** Is back on the same port. */
  comeBack(): Promise<void>
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const frequencies: number[] = []
  const acknowledged: string[] = []
  const paths: string[] = []
  let listening = await listen(0)
  const { port } = listening.address() as AddressInfo // a TCP server that listens has one of this form

  async function listen(wantedPort: number): Promise<WebSocketServer> {
    const opened = new WebSocketServer({ host: '127.0.0.1', port: wantedPort })
    opened.on('connection', accept)
    await once(opened, 'listening')
    return opened
  }

  function accept(client: WebSocket, { url = '' }: IncomingMessage): void {
    paths.push(url)
    client.on('error', () => client.terminate())
    client.on('message', (data) => hear(client, JSON.parse(String(data))))
  }

  function hear(client: WebSocket, heard: { frequency?: number; action?: string; id?: string }): void {
    if (heard.frequency !== undefined) {
      frequencies.push(heard.frequency)
      if (server.isAnswering) say(client, `Frequency set to ${heard.frequency} seconds`)
    }
    if (heard.action === 'acknowledge' && heard.id !== undefined) {
      acknowledged.push(heard.id)
      if (server.isAnswering) say(client, `Notification ${heard.id} marked as read`)
    }
  }

  const everyClient = (): readonly WebSocket[] =>
    [...listening.clients].filter((client) => client.readyState === WebSocket.OPEN)

  const server: ScriptedServer = {
    ...{ frequencies, acknowledged, paths, isAnswering: true },
    url: `ws://127.0.0.1:${port}/ws/notify/{client_id}`,
    get connectionCount() {
      return paths.length
    },
    get openCount() {
      return everyClient().length
    },
    send(frame) {
      const isRaw = typeof frame === 'string' || frame instanceof Uint8Array
      for (const client of everyClient()) client.send(isRaw ? frame : JSON.stringify(frame))
    },
    confirm(id) {
      for (const client of everyClient()) say(client, `Notification ${id} marked as read`)
    },
    hangUp(code, reason) {
      for (const client of everyClient()) client.close(code, reason)
    },
    async die() {
      for (const client of listening.clients) client.terminate()
      const { promise, resolve } = Promise.withResolvers<void>()
      listening.close(() => resolve())
      return promise
    },
    async comeBack() {
      listening = await listen(port)
    },
  }
  return server
}

const say = (client: WebSocket, message: string): void =>
  client.send(JSON.stringify({ type: 'system', message, timestamp: '2026-01-01T12:00:00.123456' }))
