/** Keeps one client connected while it is wanted: over and over, to any of the nodes. Not: what it does with frames. */
import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import type { Draw } from '../../demo/draw.ts'
import type { ChaosNode } from './chaos-node.ts'

export type Link = {
  readonly isHere: boolean
  come(): Promise<void>
  /** @param isPolite with a closing handshake */
  go(isPolite: boolean): void
  stall(): void
  /** Drops this connection and comes again. */
  renew(): void
  send(text: string): void
}

export type LinkDeps = {
  readonly clientId: string
  readonly nodes: readonly [ChaosNode, ...ChaosNode[]]
  readonly draw: Draw
  readonly headers: () => Readonly<Record<string, string>>
  readonly onUpgrade: (response: IncomingMessage) => void
  readonly onFrame: (frame: Readonly<Record<string, unknown>>) => void
  /** The connection is gone, wanted or not. */
  readonly onGone: () => void
}

export function createLink(deps: LinkDeps): Link {
  const { clientId, nodes, draw, headers } = deps
  let socket: WebSocket | null = null
  let isWanted = false
  let arrived: PromiseWithResolvers<void> = Promise.withResolvers()

  async function connect(): Promise<void> {
    const url = await draw.one(nodes).address()
    if (!isWanted || socket !== null) return
    const opened = new WebSocket(`${url}/ws/notify/${clientId}`, {
      headers: headers(),
      perMessageDeflate: false,
    })
    socket = opened
    opened
      .on('upgrade', deps.onUpgrade)
      .on('open', () => arrived.resolve())
      .on('message', (data: Buffer) => {
        // Once it has gone, what still comes is not heard.
        if (socket === opened) deps.onFrame(JSON.parse(data.toString()))
      })
      .on('error', () => {}) // A close event follows.
      .on('close', () => {
        if (socket !== opened) return
        release()
        // In a turn of its own: a node that has just died is known to be dead by then.
        if (isWanted) setImmediate(() => void connect())
      })
  }

  /** From now on it is nobody's. @returns what it was */
  function release(): WebSocket | null {
    const released = socket
    socket = null
    if (released !== null) deps.onGone()
    return released
  }

  return {
    get isHere() {
      return isWanted
    },
    come() {
      if (!isWanted) {
        isWanted = true
        arrived = Promise.withResolvers()
        void connect()
      }
      return arrived.promise
    },
    go(isPolite) {
      isWanted = false
      arrived.resolve()
      const released = release()
      if (!isPolite || released?.readyState !== WebSocket.OPEN) return released?.terminate()
      // One that had stopped reading would never see the answer to its goodbye.
      released.resume()
      released.close()
    },
    stall: () => void socket?.pause(),
    renew() {
      release()?.terminate()
      void connect()
    },
    send(text) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text)
    },
  }
}
