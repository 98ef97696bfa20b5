/** A server in a process of its own that sends frames as fast as the socket takes them, or at an even rate. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { frameOf } from './frames.ts'

export type Sending = {
  /** How many frames each connection gets. */
  readonly count: number
  /** Frames a second; null for as many as can be. */
  readonly rate: number | null
  /** Titles begin with the time of sending, in microseconds since the epoch. */
  readonly isStamped?: boolean
}

export type Source = { readonly url: string; stop(): void }

/** @returns once it listens; each connection to it gets the frames from the first on */
export async function startSource(sending: Sending): Promise<Source> {
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(sending)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer] // a stream of bytes
  return { url: line.toString().trim(), stop: () => void child.kill() }
}

/** Microseconds since the epoch, comparable between the processes of one machine. */
export const nowMicros = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000)

async function serve({ count, rate, isStamped = false }: Sending): Promise<void> {
  const frames = Array.from({ length: Math.min(count, 10_000) }, (_, number) => frameOf(number))
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    let sent = 0
    const send = (until: number): void => {
      while (sent < until && sent < count) {
        const frame = frames[sent++ % frames.length] ?? ''
        socket.send(isStamped ? frame.replace('"title": "', `"title": "${nowMicros()} `) : frame)
      }
    }
    const started = performance.now()
    const pump = (): void => {
      if (rate === null) send(sent + 500)
      else send(Math.floor(((performance.now() - started) / 1000) * rate))
      if (sent >= count || socket.readyState !== socket.OPEN) return
      if (rate === null) setImmediate(pump)
      else setTimeout(pump, 1)
    }
    pump()
  })
  const { port } = server.address() as AddressInfo // a TCP server has an address of this form
  console.log(`ws://127.0.0.1:${port}`)
}

const sending = process.argv[2]
if (import.meta.main && sending !== undefined) await serve(JSON.parse(sending) as Sending)
