/** One open connection of a client, and how frames go out on it. Not: what its messages mean. */
import { WebSocket } from 'ws'
import { buildSystemMessage } from '../protocol/system-frame.ts'
import { type CloseReason, closeReasons } from './close-reasons.ts'
import type { Subscription } from './delivery/subscription.ts'
import { maxBufferedBytes } from './limits.ts'
import type { Log } from './log/server-events.ts'
import type { MockSession } from './mock/mock-session.ts'
import type { NotificationStream } from './notification-stream.ts'
import type { OrderedAnswers } from './ordered-answers.ts'
import type { SentNotifications } from './sent-notifications.ts'

/** Mutable, as the server's own record of a socket; nothing of it leaves the server. */
export type Connection = {
  readonly socket: WebSocket
  readonly clientId: string
  readonly log: Log
  /** Shared by all connections of this client id, so that an acknowledgement counts for all of them. */
  readonly sent: SentNotifications
  readonly subscription: Subscription
  /** Made when it is first needed: most connections ask nothing. */
  answers: OrderedAnswers | null
  /** Null when the server generates nothing by itself. */
  stream: NotificationStream | null
  /** Null where no scenario is played. It is the stream as well. */
  mock: MockSession | null
  /** Milliseconds of the monotonic clock. */
  offencesMs: readonly number[]
  /** When it is pinged (`heartbeat.ts`). */
  readonly beatTurn: number
  /** A sign of life since the last ping: any frame counts. */
  isAlive: boolean
  /** What of what was written the system had taken at the last ping, in bytes; null where it had taken all. */
  takenBytes: number | null
  /** When the messages that came are paid for (`limiting/frame-allowance.ts`). */
  framesOwedUntilMs: number
}

/** Sends a text frame, or a binary one, or closes with 1013 when the client does not read. Nothing once the connection is closing. */
export function sendFrame(connection: Connection, frame: string | Uint8Array): void {
  const { socket, subscription } = connection
  if (socket.readyState !== WebSocket.OPEN || subscription.isSilent) return
  if (socket.bufferedAmount > maxBufferedBytes) closeConnection(connection, closeReasons.readsTooSlowly)
  else socket.send(frame)
}

/** @param atMs milliseconds since the epoch */
export function sendSystemMessage(connection: Connection, message: string, atMs: number): void {
  sendFrame(connection, JSON.stringify(buildSystemMessage(message, atMs)))
}

/** Begins the closing handshake; no notification follows. `ws` drops the socket if the client never answers. */
export function closeConnection(connection: Connection, { code, reason }: CloseReason): void {
  connection.stream?.[Symbol.dispose]()
  connection.log({ event: 'client-closed', clientId: connection.clientId, closeCode: code, reason })
  // It answers no closing handshake: nothing of it is read.
  if (connection.subscription.isSilent) connection.socket.terminate()
  else connection.socket.close(code, reason)
  // Its answer is to be read, whatever else is not.
  if (connection.socket.isPaused) connection.socket.resume()
}
