/** The server's heartbeat: one timer for all connections. Dead is who gave no sign of life between two pings. */
import { WebSocket } from 'ws'
import type { Clock } from '../clock/clock.ts'
import type { Connection } from './connection.ts'
import { pingEveryMs } from './limits.ts'

/**
 * Pings every open connection, and drops those that are dead, until disposed.
 * @param onBeat what else is done as often
 */
export function startHeartbeat(
  clock: Clock,
  connections: Iterable<Connection>,
  onBeat: () => void,
): Disposable {
  const onDue = (): void => {
    timer = clock.setTimer(pingEveryMs, onDue)
    for (const connection of connections) beat(connection)
    onBeat()
  }
  let timer = clock.setTimer(pingEveryMs, onDue)
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() }
}

function beat(connection: Connection): void {
  const { socket, isAlive } = connection
  if (connection.subscription.isSilent) return
  connection.isAlive = false
  if (!isAlive) socket.terminate()
  // One that is closing gets no ping: a closing handshake that takes a whole beat is dead by the next one.
  else if (socket.readyState === WebSocket.OPEN) socket.ping()
}
