/** All that the mock can do to a connection: the one place where its plans become acts. */
import type { Clock } from '../../clock/clock.ts'
import { type Connection, closeConnection, sendFrame, sendSystemMessage } from '../connection.ts'
import type { Frame } from './plan/frame.ts'

export type MockPort = {
  send(frame: Frame): void
  /** A notification with this id was made: it may be acknowledged. */
  remember(id: string): void
  /** As a system message. */
  say(text: string): void
  close(code: number, reason: string): void
  cut(): void
  /** From here on nothing is sent, read or answered; published notifications stay in the store. */
  fallSilent(): void
}

export function createMockPort(connection: Connection, clock: Clock): MockPort {
  const { socket, sent, subscription } = connection
  return {
    send: (frame) => sendFrame(connection, frame),
    remember: (id) => sent.add(id),
    say: (text) => sendSystemMessage(connection, text, clock.now()),
    close: (code, reason) => closeConnection(connection, { code, reason }),
    cut: () => socket.terminate(),
    fallSilent() {
      subscription.isSilent = true
      // Unread, its pings have no answer, and its side sees no end.
      socket.pause()
    },
  }
}
