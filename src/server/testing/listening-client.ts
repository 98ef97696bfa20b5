/** A client for tests that look at all that came: plain, or one that resumes where it was. */
import { WebSocket } from 'ws'
import { type Place, readPlace } from '../../protocol/resumption.ts'

export type ListeningClient = {
  /** In the order of arrival, system messages left out. */
  readonly received: readonly ReceivedNotification[]
  readonly isOpen: boolean
  /** Of its end of the connection. */
  readonly port: number
  acknowledge(id: string): void
  /** Rejects when the connection is closed before. */
  receives(id: string): Promise<void>
  /** As a process that dies. */
  drop(): Promise<void>
}

export type ReceivedNotification = {
  readonly id: string
  readonly message: string
  readonly place: Place | null
}

export type ListeningOptions = {
  readonly url: string
  readonly clientId: string
  /** The header's value; null for a plain client. */
  readonly resume: string | null
}

/** @returns once the connection is open; `answer`: what the server said to the wish to resume */
export async function connectListeningClient({
  url,
  clientId,
  resume,
}: ListeningOptions): Promise<ListeningClient & { readonly answer: string | null }> {
  const headers = resume === null ? {} : { 'Tocsin-Resume': resume }
  const socket = new WebSocket(`${url}/ws/notify/${encodeURIComponent(clientId)}`, {
    headers,
    perMessageDeflate: false,
  })
  const received: ReceivedNotification[] = []
  const expected = new Map<string, PromiseWithResolvers<void>>()
  const closed = Promise.withResolvers<void>()
  let answer: string | null = null
  let port = 0

  socket.on('upgrade', ({ headers: said, socket: wire }) => {
    port = wire.localPort ?? 0
    const value = said['tocsin-resume']
    answer = typeof value === 'string' ? value : null
  })
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString())
    if (frame.type === 'system') return
    const place = readPlace(frame)
    if (place !== null && !('sequence' in place)) return
    received.push({ id: frame.id, message: frame.message, place })
    expected.get(frame.id)?.resolve()
  })
  socket.on('error', () => {}) // A close event follows.
  socket.on('close', () => {
    closed.resolve()
    for (const { reject } of expected.values()) reject(new Error(`${clientId} was closed`))
  })
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    received,
    answer,
    port,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
    acknowledge: (id) => socket.send(JSON.stringify({ action: 'acknowledge', id })),
    receives(id) {
      if (received.some((each) => each.id === id)) return Promise.resolve()
      const waiting = Promise.withResolvers<void>()
      expected.set(id, waiting)
      return waiting.promise
    },
    async drop() {
      socket.terminate()
      await closed.promise
    },
  }
}
