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
  /** Each open connection gets the frames whenever `prompt` is called, and none by itself. */
  readonly isPrompted?: boolean
}

export type Source = { readonly url: string; prompt(): void; stop(): void }

/** @returns once it listens; each connection to it gets the frames from the first on */
export async function startSource(sending: Sending): Promise<Source> {
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(sending)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // A benchmark that fails leaves nothing running.
  process.once('exit', () => child.kill())
  const [line] = (await once(child.stdout, 'data')) as [Buffer] // a stream of bytes
  return {
    url: line.toString().trim(),
    prompt: () => void child.stdin.write('\n'),
    stop: () => void child.kill(),
  }
}

/** Microseconds since the epoch, comparable between the processes of one machine. */
export const nowMicros = (): number => Math.round((performance.timeOrigin + performance.now()) * 1000)

/** A text frame as a server sends it (RFC 6455, 5.2); for texts of less than 64 KiB. */
function toWire(text: string): Buffer {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
  return Buffer.concat([head, payload])
}

/** Many frames with one write: a sender that makes a system call for each is slower than who is measured. */
async function serve({ count, rate, isStamped = false, isPrompted = false }: Sending): Promise<void> {
  const texts = Array.from({ length: Math.min(count, 10_000) }, (_, number) => frameOf(number))
  const wire = texts.map(toWire)
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  await once(server, 'listening')
  const prompts = new Set<() => void>()
  process.stdin.on('data', () => {
    for (const begin of prompts) begin()
  })
  server.on('connection', (client, { socket }) => {
    let sent = 0
    const frame = (number: number): Buffer => {
      const text = texts[number % texts.length] ?? ''
      const stamped = (): Buffer => toWire(text.replace('"title": "', `"title": "${nowMicros()} `))
      return isStamped ? stamped() : (wire[number % wire.length] ?? Buffer.alloc(0))
    }
    /** @returns false when the socket is full */
    const send = (until: number): boolean => {
      const to = Math.min(until, count)
      const frames = Array.from({ length: Math.max(0, to - sent) }, (_, place) => frame(sent + place))
      sent = Math.max(sent, to)
      return frames.length === 0 || socket.write(Buffer.concat(frames))
    }
    let started = performance.now()
    const pump = (): void => {
      const isFree = send(
        rate === null ? sent + 500 : Math.floor(((performance.now() - started) / 1000) * rate),
      )
      if (sent >= count || client.readyState !== client.OPEN) return
      if (rate !== null) setTimeout(pump, 1)
      else if (isFree) setImmediate(pump)
      else socket.once('drain', pump)
    }
    const begin = (): void => {
      sent = 0
      started = performance.now()
      pump()
    }
    client.on('error', () => {})
    client.on('close', () => prompts.delete(begin))
    if (isPrompted) prompts.add(begin)
    else pump()
  })
  const { port } = server.address() as AddressInfo // a TCP server has an address of this form
  console.log(`ws://127.0.0.1:${port}`)
}

const sending = process.argv[2]
if (import.meta.main && sending !== undefined) await serve(JSON.parse(sending) as Sending)
