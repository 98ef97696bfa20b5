/** The contract over a WebSocket to the browser host: calls matched with replies, and a connection that comes back. */
import type { Transport } from '../../contract/client.ts'
import { validate } from '../../contract/validate.ts'
import { type CallFrame, HostFrame } from '../../contract/web-socket-frames.ts'
import type { Schedule } from '../time/schedule.ts'
import { createPendingCalls } from './pending-calls.ts'

/** What is used of a WebSocket; a page's own fits. */
export type Socket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>

type Deps = {
  readonly openSocket: () => Socket
  readonly schedule: Schedule
  readonly reportProblem: (problem: string) => void
}

/** The host is on this very machine: it is either there or it is not, so the wait grows to seconds only. */
const firstDelayMs = 500
const lastDelayMs = 5_000

export type WebSocketTransport = Transport &
  Required<Pick<Transport, 'watchHost'>> & {
    dispose(): void
  }

export function createWebSocketTransport(deps: Deps): WebSocketTransport {
  const listeners = new Set<(name: unknown, data: unknown) => void>()
  const hostListeners = new Set<(isThere: boolean) => void>()
  const calls = createPendingCalls(deps.schedule)
  let socket: Socket | null = null
  let isHostThere: boolean | null = null
  let delayMs = firstDelayMs
  let cancelReconnect = (): void => {}

  function setHostThere(isThere: boolean): void {
    isHostThere = isThere
    for (const listener of hostListeners) listener(isThere)
  }

  function open(): void {
    const opening = deps.openSocket()
    socket = opening
    opening.addEventListener('open', () => {
      if (socket !== opening) return
      delayMs = firstDelayMs
      setHostThere(true)
      calls.connected((frame) => opening.send(frame))
    })
    opening.addEventListener('message', (event) => {
      if (socket === opening) receive(event.data)
    })
    // An error is always followed by a close, which is where the socket's end is dealt with.
    opening.addEventListener('close', () => {
      if (socket === opening) lose()
    })
  }

  function lose(): void {
    socket = null
    calls.lost()
    setHostThere(false)
    cancelReconnect = deps.schedule(open, delayMs)
    delayMs = Math.min(lastDelayMs, delayMs * 2)
  }

  function tell(name: string, data: unknown): void {
    for (const listener of listeners) listener(name, data)
  }

  function receive(text: unknown): void {
    const frame = validate(HostFrame, parse(text))
    if (!frame.ok) deps.reportProblem(`The host sent something that is not as agreed: ${frame.problem}.`)
    else if ('callId' in frame.value) calls.settle(frame.value.callId, frame.value.reply)
    else for (const { event, data } of frame.value.events) tell(event, data)
  }

  open()
  return {
    invoke(command, input) {
      return calls.add((callId) => JSON.stringify({ callId, command, input } satisfies CallFrame))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchHost(listener) {
      hostListeners.add(listener)
      if (isHostThere !== null) listener(isHostThere)
      return () => hostListeners.delete(listener)
    },
    dispose() {
      cancelReconnect()
      calls.refuseAll()
      const closing = socket
      socket = null
      closing?.close()
    },
  }
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
