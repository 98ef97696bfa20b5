/**
 * The server's heartbeat: one timer for all connections. Dead is who gave no sign of life between two pings. A ping is a
 * system call, some ten microseconds: many are spread over the time between two, so that no turn of the loop is long.
 */
import { WebSocket } from 'ws'
import type { Clock } from '../clock/clock.ts'
import type { Connection } from './connection.ts'
import { pingEveryMs } from './limits.ts'

/** A round of pings, in turns. */
const turns = 30
/** So many are pinged in one turn, before it is worth a timer each second. */
export const maxUnspread = 256

/**
 * In which turn a connection is pinged, for life: the time between two pings of it is always the same.
 * @param open how many connections there are
 * @param ever how many there have been
 */
export const beatTurn = (open: number, ever: number): number => (open < maxUnspread ? 0 : ever % turns)

/**
 * Pings every open connection, and drops those that are dead, until disposed.
 * @param onBeat what else is done once in a round
 */
export function startHeartbeat(
  clock: Clock,
  connections: Iterable<Connection>,
  onBeat: () => void,
): Disposable {
  let turn = 0
  let isSpread = false

  const onDue = (): void => {
    const isFirst = turn === 0
    let isAnyLater = !isFirst && isSpread
    for (const connection of connections) {
      if (connection.beatTurn === turn) beat(connection)
      isAnyLater ||= connection.beatTurn > 0
    }
    if (isFirst) onBeat()
    isSpread = isAnyLater
    timer = clock.setTimer(isSpread ? pingEveryMs / turns : pingEveryMs, onDue)
    turn = isSpread ? (turn + 1) % turns : 0
  }
  let timer = clock.setTimer(pingEveryMs, onDue)
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}

function beat(connection: Connection): void {
  const { socket } = connection
  if (connection.subscription.isSilent) return
  const hasTaken = hasTakenMore(connection)
  // One that we do not read just now, for what it sent too much, cannot be heard. One that does not read is told by the other.
  const isUnheard = socket.isPaused && connection.subscription.wire.writableLength === 0
  const isAlive = connection.isAlive || hasTaken || isUnheard
  connection.isAlive = false
  if (!isAlive) socket.terminate()
  // One that is closing gets no ping: a closing handshake that takes a whole beat is dead by the next one.
  else if (socket.readyState === WebSocket.OPEN) socket.ping()
}

/**
 * One that reads slowly gets the ping after all that waits before it. While something waits, the system's buffers are full:
 * it can only take more when the other end has.
 */
function hasTakenMore(connection: Connection): boolean {
  const { wire } = connection.subscription
  const before = connection.takenBytes
  const taken = wire.bytesWritten - wire.writableLength
  connection.takenBytes = wire.writableLength > 0 ? taken : null
  return before !== null && taken > before
}
