/** A connection's place in the streams: what it was sent, and whether it is sent more as it comes. Mutable. */
import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import type { Cursor } from '../../protocol/resumption.ts'

export type Subscription = {
  readonly clientId: string
  readonly socket: WebSocket
  /** Below `socket`: written to directly, by whole frames only. */
  readonly wire: Socket
  /** Its frames carry their place, and it gets what was acknowledged too. */
  readonly isResuming: boolean
  /** Milliseconds since the epoch. */
  readonly enteredAtMs: number
  /** The last sequences that were written, or passed over. */
  own: number
  all: number
  /** It has caught up, and gets what is stored at once. */
  isLive: boolean
  isCatchingUp: boolean
  /** The mock plays a half-open connection on it: nothing more is written. */
  isSilent: boolean
  /** Live deliveries from here on are not noted yet. */
  ownUnnoted: number
  allUnnoted: number
}

export function createSubscription(
  parts: Pick<Subscription, 'clientId' | 'socket' | 'wire' | 'isResuming' | 'enteredAtMs'>,
  start: Cursor,
): Subscription {
  return {
    ...parts,
    own: start.own,
    all: start.all,
    isLive: false,
    isCatchingUp: false,
    isSilent: false,
    ownUnnoted: start.own + 1,
    allUnnoted: start.all + 1,
  }
}

export const isOpen = ({ socket, wire, isSilent }: Subscription): boolean =>
  socket.readyState === socket.OPEN && wire.writable && !isSilent
