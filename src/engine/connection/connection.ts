/** Drives the connection machine: carries out its effects on a real socket and real timers. */

import type WebSocket from 'ws'
import type { Clock, Random } from '../../clock/clock.ts'
import { describeFault } from '../describe-fault.ts'
import type { ResumeWish } from '../resumption/resumption.ts'
import type { ResolvedSource } from '../source.ts'
import { stepConnection } from './connection-machine.ts'
import type { ConnectionEffect, ConnectionInput, ConnectionState, TimerName } from './connection-state.ts'
import { watchEnd } from './watch-end.ts'

export type ConnectionDeps = {
  readonly clock: Clock
  readonly random: Random
  /** @throws Error with a sentence for people when it cannot be told just now; then it is tried again */
  resolveUrl(): Promise<ResolvedSource>
  /** @throws Error with a sentence for people when it cannot be opened as the settings say; then it is tried again */
  openSocket(url: string, headers: ResumeWish['headers']): WebSocket | Promise<WebSocket>
  /** For each attempt anew. */
  wishToResume(): ResumeWish
  /** The configuration frame to send first on every connection. */
  configuration(): string
  onState(state: ConnectionState): void
  /** The frame's text, or its bytes when it was binary. */
  onFrame(frame: string | Uint8Array): void
}

export type Connection = {
  readonly state: ConnectionState
  apply(input: ConnectionInput): void
  /** @returns false when not live, or when the socket is already closing */
  send(frame: string): boolean
  /** Reads no more from the socket, or goes on: in a burst no more is read than is stored. */
  setPaused(isPaused: boolean): void
  [Symbol.dispose](): void
}

export function createConnection(deps: ConnectionDeps): Connection {
  const timers = new Map<TimerName, Disposable>()
  let state: ConnectionState = { phase: 'disconnected', since: deps.clock.now(), reason: '' }
  let socket: WebSocket | null = null
  /** Grows with each attempt, so that what an abandoned one still says is not heard. */
  let attempt = 0
  let isDisposed = false

  function apply(input: ConnectionInput): void {
    if (isDisposed) return
    const before = state
    const step = stepConnection(state, input, { now: deps.clock.now(), random: deps.random })
    state = step.state
    for (const effect of step.effects) run(effect)
    if (state !== before && !isSameView(before, state)) deps.onState(state)
  }

  function run(effect: ConnectionEffect): void {
    switch (effect.do) {
      case 'open':
        void open()
        return
      case 'close':
        abandon((old) => old.close(1000))
        return
      case 'terminate':
        abandon((old) => old.terminate())
        return
      case 'send-configuration':
        send(deps.configuration())
        return
      case 'ping':
        socket?.ping()
        return
      case 'start-timer':
        timers.get(effect.timer)?.[Symbol.dispose]()
        timers.set(effect.timer, startTimer(effect.timer, effect.delayMs))
        return
      case 'stop-timer':
        timers.get(effect.timer)?.[Symbol.dispose]()
        timers.delete(effect.timer)
        return
    }
  }

  const startTimer = (timer: TimerName, delayMs: number): Disposable =>
    deps.clock.setTimer(delayMs, () => {
      timers.delete(timer)
      apply({ is: 'timer-fired', timer })
    })

  async function open(): Promise<void> {
    const mine = ++attempt
    try {
      const resolved = await deps.resolveUrl()
      if (mine !== attempt) return
      if (!resolved.ok) {
        apply({ is: 'source-unusable', reason: resolved.problem })
        return
      }
      const wish = deps.wishToResume()
      const opened = await deps.openSocket(resolved.url, wish.headers)
      if (mine === attempt) listen(opened, mine, wish)
      else discard(opened)
    } catch (error) {
      const reason = describeFault(error)
      if (mine === attempt) apply({ is: 'closed', reason, retryAfterMs: 0, isServersWish: false })
    }
  }

  function listen(opened: WebSocket, mine: number, wish: ResumeWish): void {
    socket = opened
    const isCurrent = (): boolean => mine === attempt
    opened.on('upgrade', ({ headers }) => isCurrent() && wish.answered(headers))
    opened.on('open', () => isCurrent() && apply({ is: 'opened' }))
    opened.on('message', (data: Buffer, isBinary) => {
      if (isCurrent()) deps.onFrame(isBinary ? data : data.toString('utf8'))
    })
    // The server's own pings are signs of life as well; ws answers them by itself.
    opened.on('ping', () => isCurrent() && apply({ is: 'heard', answers: false }))
    opened.on('pong', () => isCurrent() && apply({ is: 'heard', answers: false }))
    watchEnd(opened, deps.clock, (failure) => {
      if (!isCurrent()) return
      socket = null
      apply({ is: 'closed', ...failure })
    })
  }

  function abandon(end: (old: WebSocket) => void): void {
    attempt += 1
    const old = socket
    socket = null
    if (old !== null) end(old)
  }

  function send(frame: string): boolean {
    if (socket === null || state.phase !== 'live' || socket.readyState !== socket.OPEN) return false
    socket.send(frame)
    return true
  }

  return {
    get state() {
      return state
    },
    apply,
    send,
    setPaused(isPaused) {
      if (isPaused) socket?.pause()
      else socket?.resume()
    },
    [Symbol.dispose]() {
      isDisposed = true
      for (const timer of timers.values()) timer[Symbol.dispose]()
      timers.clear()
      abandon((old) => old.close(1000))
    },
  }
}

/** Made for an attempt that was given up in the meantime. */
function discard(socket: WebSocket): void {
  socket.on('error', () => {})
  socket.terminate()
}

/** Heartbeats and answers change the machine's state but nothing that is shown. */
function isSameView(before: ConnectionState, after: ConnectionState): boolean {
  return before.phase === 'live' && after.phase === 'live' && before.since === after.since
}
