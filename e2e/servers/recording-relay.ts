/** Stands between Tocsin and a server, passes everything on, and notes how far apart notifications come. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

export type RecordingRelay = {
  /** For `--source`. */
  readonly url: string
  /** The last frequency that the server said it has set. */
  readonly frequency: string
  /** When it said so, and when notifications came since, in milliseconds since some start. */
  readonly marks: readonly number[]
  close(): Promise<void>
}

/** @param target the base address of a server, such as `ws://127.0.0.1:8787` */
export async function startRecordingRelay(target: string): Promise<RecordingRelay> {
  let frequency = ''
  let marks: number[] = []
  const listening = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo // a TCP server that listens has one of this form

  listening.on('connection', (client, request) => {
    const server = new WebSocket(new URL(request.url ?? '/', target))
    const waiting: string[] = []
    server.on('open', () => {
      for (const message of waiting.splice(0)) server.send(message)
    })
    client.on('message', (data) => {
      if (server.readyState === WebSocket.OPEN) server.send(String(data))
      else waiting.push(String(data))
    })
    server.on('message', (data) => {
      note(JSON.parse(String(data)))
      client.send(String(data))
    })
    client.on('close', () => server.terminate())
    server.on('close', () => client.terminate())
    server.on('error', () => client.terminate())
  })

  function note({ type, message }: { type?: string; message?: string }): void {
    const set = /^Frequency set to (.+) seconds$/.exec(message ?? '')?.[1]
    if (set !== undefined) {
      frequency = set
      marks = []
    } else if (type === 'system') return
    marks.push(performance.now())
  }

  return {
    get frequency() {
      return frequency
    },
    get marks() {
      return marks
    },
    url: `ws://127.0.0.1:${port}`,
    async close() {
      for (const client of listening.clients) client.terminate()
      const { promise, resolve } = Promise.withResolvers<void>()
      listening.close(() => resolve())
      return promise
    },
  }
}

/** The mean time between neighbours, in milliseconds. */
export const meanGapMs = (marks: readonly number[]): number =>
  ((marks.at(-1) ?? Number.NaN) - (marks[0] ?? Number.NaN)) / (marks.length - 1)
