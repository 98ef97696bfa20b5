/** A TCP proxy that tests own: it lets everything through, until it is told which fault to play. */
import { EventEmitter, once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Which way bytes go: to the client (the engine), or to the server. */
export type Way = 'to-client' | 'to-server'

/** The part of a clock that the proxy needs; delays pass on it. */
export type ProxyClock = { now(): number; setTimer(delayMs: number, callback: () => void): Disposable }

export type FaultProxy = AsyncDisposable & {
  /** `ws://127.0.0.1:PORT`; the port stays the same while connections are refused. */
  readonly url: string
  /** How many connections were accepted so far. */
  readonly acceptedCount: number
  /** When bytes went on to the client, by the clock. */
  readonly deliveredAt: readonly number[]
  /** Breaks every connection off with a reset. */
  cut(): void
  /** Ends every connection in order, as TCP does, without a WebSocket's closing handshake. */
  end(): void
  /** Half-open: sockets stay open, but nothing more is taken or delivered that way; of new connections too. */
  stall(...ways: readonly Way[]): void
  /** Everything takes so much longer, each way. */
  delay(byMs: number): void
  /** Resolves once something that goes that way is held back by a delay. */
  holds(way: Way): Promise<void>
  /** Lets only so many bytes of what next goes to the client through, then breaks off. */
  truncate(keptBytes: number): void
  /** Changes what next goes to the client. */
  corrupt(change: (bytes: Buffer) => Buffer): void
  /** Refuses new connections; those that are open go on. */
  refuse(): Promise<void>
  /** Answers the upgrade of new connections with this, then hangs up; `null` never answers. */
  answer(text: string | null): void
  /** Ends every fault: what was held back is delivered, new connections get through. */
  heal(): Promise<void>
}

type Link = { readonly client: Socket; readonly server: Socket | null }
type Held = { readonly way: Way; readonly timer: Disposable; deliver(): void }

/** @param targetPort of a server on 127.0.0.1 */
export async function startFaultProxy(targetPort: number, clock: ProxyClock): Promise<FaultProxy> {
  const links = new Set<Link>()
  const deliveredAt: number[] = []
  const held = new Set<Held>()
  const stalled = new Set<Way>()
  const signals = new EventEmitter<{ held: []; placed: [] }>()
  let delayMs = 0
  let keptBytes: number | null = null
  let change: ((bytes: Buffer) => Buffer) | null = null
  let answer: { readonly text: string | null } | null = null
  let acceptedCount = 0
  let listener = createServer()
  /** While nothing listens, a connection of our own keeps the port from being given to somebody else. */
  let placeholder: Socket | null = null

  async function listen(port: number): Promise<void> {
    listener = createServer(accept)
    listener.listen(port, '127.0.0.1')
    await once(listener, 'listening')
  }

  function accept(client: Socket): void {
    if (placeholder !== null && client.remotePort === placeholder.localPort) {
      client.on('error', () => {})
      placeholder.on('close', () => client.destroy())
      signals.emit('placed')
      return
    }
    acceptedCount += 1
    if (answer !== null) {
      answerOnly(client, answer.text)
      return
    }
    const server = connect({ host: '127.0.0.1', port: targetPort })
    const link = { client, server }
    links.add(link)
    carry(client, server, 'to-server')
    carry(server, client, 'to-client')
    const drop = (): void => {
      links.delete(link)
      client.destroy()
      server.destroy()
    }
    client.on('close', drop)
    server.on('close', drop)
  }

  function answerOnly(client: Socket, text: string | null): void {
    const link = { client, server: null }
    links.add(link)
    client.on('error', () => {})
    client.on('close', () => links.delete(link))
    client.once('data', () => {
      if (text === null) return
      deliveredAt.push(clock.now())
      client.end(text)
    })
  }

  function carry(from: Socket, to: Socket, way: Way): void {
    from.on('error', () => {})
    if (stalled.has(way)) from.pause()
    from.on('data', (bytes) => later(way, () => deliver(to, bytes, way)))
    from.on('end', () => later(way, () => to.end()))
  }

  function later(way: Way, work: () => void): void {
    if (delayMs === 0) {
      work()
      return
    }
    const entry: Held = {
      way,
      timer: clock.setTimer(delayMs, () => entry.deliver()),
      deliver() {
        held.delete(entry)
        work()
      },
    }
    held.add(entry)
    signals.emit('held')
  }

  function deliver(to: Socket, bytes: Buffer, way: Way): void {
    if (to.destroyed) return
    if (way === 'to-server') {
      to.write(bytes)
      return
    }
    deliveredAt.push(clock.now())
    const changed = change === null ? bytes : change(bytes)
    change = null
    if (keptBytes === null) {
      to.write(changed)
      return
    }
    to.write(changed.subarray(0, keptBytes), () => to.resetAndDestroy())
    keptBytes = null
  }

  const pauseAndResume = (): void => {
    for (const { client, server } of links) {
      if (stalled.has('to-server')) client.pause()
      else client.resume()
      if (stalled.has('to-client')) server?.pause()
      else server?.resume()
    }
  }

  const endAll = (end: (socket: Socket) => void): void => {
    for (const { client, server } of links) {
      end(client)
      server?.destroy()
    }
    for (const { timer } of held) timer[Symbol.dispose]()
    held.clear()
  }

  await listen(0)
  const { port } = listener.address() as AddressInfo // a TCP server has an address of this form

  return {
    url: `ws://127.0.0.1:${port}`,
    get acceptedCount() {
      return acceptedCount
    },
    deliveredAt,
    cut: () => endAll((socket) => socket.resetAndDestroy()),
    end: () => endAll((socket) => socket.end()),
    stall(...ways) {
      for (const way of ways) stalled.add(way)
      pauseAndResume()
    },
    delay(byMs) {
      delayMs = byMs
    },
    async holds(way) {
      while (![...held].some((entry) => entry.way === way)) await once(signals, 'held')
    },
    truncate(bytes) {
      keptBytes = bytes
    },
    corrupt(next) {
      change = next
    },
    async refuse() {
      placeholder = connect({ host: '127.0.0.1', port })
      await Promise.all([once(placeholder, 'connect'), once(signals, 'placed')])
      listener.close()
    },
    answer(text) {
      answer = { text }
    },
    async heal() {
      delayMs = 0
      keptBytes = null
      change = null
      answer = null
      stalled.clear()
      pauseAndResume()
      for (const entry of [...held]) {
        entry.timer[Symbol.dispose]()
        entry.deliver()
      }
      if (placeholder === null) return
      await listen(port)
      placeholder.destroy()
      placeholder = null
    },
    async [Symbol.asyncDispose]() {
      endAll((socket) => socket.destroy())
      placeholder?.destroy()
      if (listener.listening) await closed(listener)
    },
  }
}

const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve))
