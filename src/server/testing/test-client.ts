/** A WebSocket client for the server's tests: what it received, one frame at a time. */
import type { IncomingMessage } from 'node:http'
import { type ClientOptions, WebSocket } from 'ws'

export type TestClient = AsyncDisposable & {
  readonly socket: WebSocket
  /** Of its end of the connection. */
  readonly port: number
  /** The next frame, whether it has come already or is still to come. Rejects once the connection is closed. */
  next(): Promise<Received>
  /** Sends a message as JSON, and gives the next frame: as frames keep their order, none came before its answer. */
  ask(message: unknown): Promise<Received>
  /** Resolves when the connection is closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
}

/** The text of a frame and its fields. */
export type Received = { readonly text: string; readonly fields: Readonly<Record<string, unknown>> }

/** @param url where the server listens, without a path */
export async function connectTestClient(
  url: string,
  clientId = 'alice',
  options: ClientOptions & { readonly onUpgrade?: (response: IncomingMessage) => void } = {},
): Promise<TestClient> {
  const socket = new WebSocket(`${url}/ws/notify/${encodeURIComponent(clientId)}`, options)
  if (options.onUpgrade) socket.on('upgrade', options.onUpgrade)
  let port = 0
  socket.on('upgrade', (response) => {
    port = response.socket.localPort ?? 0
  })
  const received: Received[] = []
  const waiting: PromiseWithResolvers<Received>[] = []
  const closed = Promise.withResolvers<{ code: number; reason: string }>()

  socket.on('message', (data: Buffer) => {
    const text = data.toString()
    const frame: Received = { text, fields: JSON.parse(text) }
    const first = waiting.shift()
    if (first) first.resolve(frame)
    else received.push(frame)
  })
  socket.on('close', (code, reason) => {
    closed.resolve({ code, reason: reason.toString() })
    for (const { reject } of waiting) reject(new Error(`closed with ${code} ${reason}`))
  })
  socket.on('error', () => {}) // A close event follows.

  const next = (): Promise<Received> => {
    const frame = received.shift()
    if (frame) return Promise.resolve(frame)
    const pending = Promise.withResolvers<Received>()
    if (socket.readyState === WebSocket.CLOSED) pending.reject(new Error('closed already'))
    else waiting.push(pending)
    return pending.promise
  }

  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    socket,
    port,
    next,
    ask(message) {
      socket.send(JSON.stringify(message))
      return next()
    },
    closed: closed.promise,
    async [Symbol.asyncDispose]() {
      socket.terminate()
      await closed.promise
    },
  }
}
