/**
 * A message bus for tests, in this process, on a Unix socket: so that what speaks D-Bus is tested on machines that have
 * no `dbus-daemon`. Real clients may connect to it; it knows what they need and no more (`bus-router.ts`).
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BusRouter, createBusRouter } from './bus-router.ts'
import { encodeMessage, takeMessages } from './wire-message.ts'

export type TestBus = AsyncDisposable & {
  /** As in DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string
  readonly router: BusRouter
  /** How many clients have come so far. */
  readonly connectionCount: number
  /** As if the bus had died and was started again at once. */
  dropConnections(): void
  /** New clients are left without an answer from now on, even to their greeting. */
  fallSilent(): void
}

/** @param path of the socket; by default one in a folder of its own, which goes with the bus */
export async function startTestBus(path?: string): Promise<TestBus> {
  const folder = path === undefined ? mkdtempSync(join(tmpdir(), 'tocsin-bus-')) : null
  const socketPath = path ?? join(folder ?? '', 'bus')
  const router = createBusRouter()
  const sockets = new Set<Socket>()
  let connectionCount = 0
  let isSilent = false

  const server = createServer((socket) => {
    connectionCount += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    if (!isSilent) serve(socket, router)
  })
  server.listen(socketPath)
  await once(server, 'listening')

  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy()
  }

  return {
    address: `unix:path=${socketPath}`,
    router,
    get connectionCount() {
      return connectionCount
    },
    dropConnections,
    fallSilent: () => {
      isSilent = true
    },
    async [Symbol.asyncDispose]() {
      server.close()
      dropConnections()
      if (server.listening) await once(server, 'close')
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The greeting (D-Bus specification, "Authentication Protocol"), then messages. */
function serve(socket: Socket, router: BusRouter): void {
  let received: Buffer = Buffer.alloc(0)
  let hasBegun = false
  const member = router.join((message) => void (socket.writable && socket.write(encodeMessage(message))))
  socket.on('close', () => router.leave(member))

  function greet(): void {
    for (let end = received.indexOf('\r\n'); end !== -1 && !hasBegun; end = received.indexOf('\r\n')) {
      const line = received.toString('latin1', 0, end).replace('\0', '')
      received = received.subarray(end + 2)
      if (line === 'BEGIN') hasBegun = true
      else socket.write(`${answerTo(line)}\r\n`)
    }
  }

  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes])
    if (!hasBegun) greet()
    if (!hasBegun) return
    const { messages, rest } = takeMessages(received)
    received = rest
    for (const message of messages) router.route(member, message)
  })
}

function answerTo(line: string): string {
  if (line === 'AUTH EXTERNAL') return 'DATA'
  if (line.startsWith('AUTH EXTERNAL ') || line.startsWith('DATA'))
    return `OK ${randomBytes(16).toString('hex')}`
  return line.startsWith('AUTH') ? 'REJECTED EXTERNAL' : 'ERROR'
}
