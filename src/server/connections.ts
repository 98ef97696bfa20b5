/** All open connections: takes them in, answers their messages, and lets them go. */
import type { RawData, WebSocket } from 'ws'
import type { Clock, Random } from '../clock/clock.ts'
import { parseClientFrame } from '../protocol/client-message.ts'
import type { NotificationFrame } from '../protocol/notification.ts'
import { confirmationText } from '../protocol/system-message.ts'
import { acknowledge } from './acknowledging.ts'
import type { ClientRegistry } from './client-registry.ts'
import { closeReasons } from './close-reasons.ts'
import { type Connection, closeConnection, sendFrame, sendSystemMessage } from './connection.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { Subscription } from './delivery/subscription.ts'
import { beatTurn } from './heartbeat.ts'
import type { BackPressure } from './limiting/back-pressure.ts'
import type { Log } from './log/server-events.ts'
import { messageOf } from './message-of.ts'
import type { Mock } from './mock/create-mock.ts'
import { createMockPort } from './mock/mock-port.ts'
import { openNotificationStream } from './notification-stream.ts'
import { recordOffence } from './offence-record.ts'
import { createOrderedAnswers, type OrderedAnswers } from './ordered-answers.ts'
import { replyTo } from './reply.ts'
import type { Acknowledgement, Store } from './store/store.ts'

export type Connections = Iterable<Connection> & {
  readonly size: number
  /** Takes over a socket that is open. */
  accept(subscription: Subscription): void
  /** Told to every connection of the client, the one that asked among them. */
  confirm(acknowledgement: Acknowledgement): void
  /** Resolves when no connection is left: at once, or when the last one is gone. */
  whenEmpty(): Promise<void>
}

/** Makes the demo notifications of one connection, one a call. */
export type NotificationSource = () => NotificationFrame

/**
 * The listeners are shared by all sockets: what a connection costs is its record, and its stream in demo mode.
 * @param openSource called once for each connection; null where the server generates nothing by itself
 */
export function createConnections(deps: {
  readonly clock: Clock
  readonly random: Random
  readonly registry: ClientRegistry
  readonly store: Store
  readonly delivery: Delivery
  readonly pressure: BackPressure
  readonly openSource: (() => NotificationSource) | null
  /** Plays a scenario instead of `openSource`. */
  readonly mock: Mock | null
  readonly log: Log
}): Connections {
  const { clock, random, registry, store, delivery, pressure, openSource, mock, log } = deps
  const bySocket = new Map<WebSocket, Connection>()
  const emptied: (() => void)[] = []
  let accepted = 0

  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    const connection = bySocket.get(this)
    // `ws` still reads while its side is closing; whoever is being closed is not answered any more.
    if (!connection || this.readyState !== this.OPEN) return
    connection.isAlive = true
    // A Buffer always: `binaryType` is left at its default.
    const bytes = data as Buffer
    pressure.received(connection, bytes.byteLength)
    const reply = replyTo(parseClientFrame(isBinary ? bytes : bytes.toString()))
    if (reply.kind === 'frequency-set' && connection.mock?.ignoresFrequency()) return
    if (reply.kind === 'acknowledge') answerAcknowledgement(connection, reply.id)
    else answersOf(connection).give(reply.message)
    if (reply.kind === 'frequency-set') connection.stream?.setFrequency(reply.frequency)
    if (reply.kind === 'offence') noteOffence(connection)
  }

  const answersOf = (connection: Connection): OrderedAnswers => {
    connection.answers ??= createOrderedAnswers((text) => sendSystem(connection, text, clock.now()))
    return connection.answers
  }

  const sendSystem = (connection: Connection, text: string, atMs: number): void => {
    sendSystemMessage(connection, text, atMs)
    pressure.sent(connection)
  }

  const answerAcknowledgement = (connection: Connection, id: string): void => {
    const { clientId, sent } = connection
    const answers = answersOf(connection)
    const answer = acknowledge(
      { clientId, id, atMs: Math.floor(clock.now()) },
      sent,
      store,
      connection.mock?.confirm,
    )
    answers.giveLater(
      answer.catch((error: unknown) => {
        log({ event: 'acknowledgement-failed', clientId, reason: messageOf(error) })
        return `Notification ${id} could not be marked as read just now: send the acknowledgement again`
      }),
    )
    pressure.answering(connection, answers.pending, answer)
  }

  function onSignOfLife(this: WebSocket): void {
    const connection = bySocket.get(this)
    if (connection) connection.isAlive = true
  }

  function onError(this: WebSocket, error: Error): void {
    // `ws` closes the connection itself: 1007 for malformed UTF-8, 1009 past 64 KiB, 1002 for the rest.
    log({ event: 'client-failed', clientId: bySocket.get(this)?.clientId ?? '', reason: error.message })
  }

  function onClose(this: WebSocket, code: number): void {
    const connection = bySocket.get(this)
    if (!connection) return
    bySocket.delete(this)
    connection.stream?.[Symbol.dispose]()
    registry.leave(connection.clientId)
    delivery.leave(connection.subscription)
    log({ event: 'client-left', clientId: connection.clientId, closeCode: code })
    if (bySocket.size === 0) for (const resolve of emptied.splice(0)) resolve()
  }

  const noteOffence = (connection: Connection): void => {
    const { recentMs, tooMany } = recordOffence(connection.offencesMs, clock.monotonicNow())
    connection.offencesMs = recentMs
    if (tooMany) closeConnection(connection, closeReasons.tooManyOffences)
  }

  /** Made up ones are of the moment: one that is behind does without. */
  const sendNotification = (connection: Connection, frame: NotificationFrame): void => {
    if (pressure.isBehind(connection)) return
    connection.sent.add(frame.id)
    sendFrame(connection, JSON.stringify(frame))
    pressure.sent(connection)
  }

  return {
    get size() {
      return bySocket.size
    },
    [Symbol.iterator]: () => bySocket.values(),
    whenEmpty: () => new Promise((resolve) => (bySocket.size === 0 ? resolve() : void emptied.push(resolve))),
    confirm({ clientId, id, atMs }) {
      for (const { socket } of delivery.connectionsOf(clientId)) {
        const connection = bySocket.get(socket)
        if (connection) sendSystem(connection, confirmationText(id), atMs)
      }
    },
    accept(subscription) {
      const { socket, clientId } = subscription
      const sent = registry.enter(clientId)
      const connection: Connection = {
        socket,
        clientId,
        log,
        sent,
        subscription,
        answers: null,
        stream: null,
        mock: null,
        offencesMs: [],
        beatTurn: beatTurn(bySocket.size, accepted++),
        isAlive: true,
        takenBytes: null,
        framesOwedUntilMs: 0,
      }
      bySocket.set(socket, connection)
      socket
        .on('message', onMessage)
        .on('ping', onSignOfLife)
        .on('pong', onSignOfLife)
        .on('error', onError)
        .on('close', onClose)
      if (mock) {
        connection.mock = mock.open(clientId, createMockPort(connection, clock))
        connection.stream = connection.mock
      } else if (openSource) {
        const next = openSource()
        const emit = (): void => sendNotification(connection, next())
        connection.stream = openNotificationStream({ clock, random, emit })
      }
      log({ event: 'client-connected', clientId })
      delivery.enter(subscription)
    },
  }
}
