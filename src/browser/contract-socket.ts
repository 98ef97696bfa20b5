/** The contract over a WebSocket: calls from our own page, replies and events to it. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import WebSocket, { WebSocketServer } from 'ws'
import type { Clock } from '../clock/clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { Reply } from '../contract/reply.ts'
import { validate } from '../contract/validate.ts'
import { CallFrame, contractPath, type HostEvent, type HostFrame } from '../contract/web-socket-frames.ts'
import { type Access, isOwnOrigin } from './access.ts'
import { createEventBatches } from './event-batches.ts'

export type ContractSocket = {
  /** To every open page. */
  send(event: AnyEvent): void
  readonly pageCount: number
  close(): void
}

/** What pages say; the same object stands for the same page. */
export type PageCalls = {
  dispatch(page: object, command: unknown, input: unknown): Promise<Reply>
  /** It has closed its connection, or lost it: it cannot say any more that nobody looks at it. */
  gone(page: object): void
}

/** No call of the contract is larger. */
const maxCallBytes = 1024 * 1024
/** A page that reads so slowly is cut off; it comes back and asks for the whole state. */
const maxBufferedBytes = 16 * 1024 * 1024

type Deps = {
  readonly http: Server
  readonly port: number
  readonly access: Access
  readonly calls: PageCalls
  readonly clock: Clock
}

export function serveContract({ http, port, access, calls, clock }: Deps): ContractSocket {
  const pages = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: maxCallBytes })
  const batches = createEventBatches({
    clock,
    send(texts) {
      // As `HostFrame` has it; each text is written once, however many pages there are.
      const frame = `{"events":[${texts.join(',')}]}`
      for (const page of pages.clients) sendText(page, frame)
    },
  })

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node listens no longer: a reset would end the process.
    socket.on('error', () => socket.destroy())
    const { host, origin, cookie } = request.headers
    const isOurs = isOwnOrigin(origin, host, port) && access.hasCookie(cookie, port)
    if (request.url !== contractPath || !isOurs) {
      const refusal = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
      socket.end(refusal, () => socket.destroy())
      return
    }
    pages.handleUpgrade(request, socket, head, accept)
  })

  function accept(page: WebSocket): void {
    page.on('error', () => page.terminate())
    page.on('close', () => calls.gone(page))
    page.on('message', (data: Buffer, isBinary) => {
      const call = isBinary ? null : readCall(data.toString('utf8'))
      if (call === null) page.close(1008, 'That is not a call of the contract')
      else
        void calls.dispatch(page, call.command, call.input).then((reply) => {
          // What led to the reply was told before it.
          batches.flush()
          sendTo(page, { callId: call.callId, reply })
        })
    })
  }

  return {
    get pageCount() {
      return pages.clients.size
    },
    send(event) {
      if (pages.clients.size === 0) return
      batches.add(JSON.stringify({ event: event.name, data: event.data } satisfies HostEvent))
    },
    close() {
      batches.flush()
      batches.dispose()
      for (const page of pages.clients) page.close(1001, 'Tocsin is stopping')
      pages.close()
    },
  }
}

function readCall(text: string): CallFrame | null {
  try {
    const checked = validate(CallFrame, JSON.parse(text))
    return checked.ok ? checked.value : null
  } catch {
    return null
  }
}

const sendTo = (page: WebSocket, frame: HostFrame): void => sendText(page, JSON.stringify(frame))

function sendText(page: WebSocket, text: string): void {
  if (page.readyState !== WebSocket.OPEN) return
  if (page.bufferedAmount > maxBufferedBytes) page.close(1013, 'The page reads too slowly')
  else page.send(text)
}
