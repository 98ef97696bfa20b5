/** The Notification WebSocket API as a server: embedded in the app, and behind the `tocsin-server` command. */
import { randomUUID } from 'node:crypto'
import { WebSocketServer } from 'ws'
import { maxClientFrameBytes } from '../protocol/limits.ts'
import { createDefaultAccess } from './access/local-access.ts'
import { createPermits } from './access/permits.ts'
import type { TlsCertificate } from './access/tls-certificate.ts'
import { createClientRegistry } from './client-registry.ts'
import { closeReasons } from './close-reasons.ts'
import { closeConnection } from './connection.ts'
import { createConnections } from './connections.ts'
import { createDelivery } from './delivery/delivery.ts'
import { createDeliveryNotes } from './delivery/delivery-notes.ts'
import { createGather } from './delivery/gather.ts'
import { createKeepKnown } from './delivery/keep-known.ts'
import { createDemoSource } from './demo/demo-source.ts'
import { startHeartbeat } from './heartbeat.ts'
import { createUpgradeHandler } from './http/accept-upgrade.ts'
import { createHttpServer } from './http/create-http-server.ts'
import { createRequestHandler } from './http/handle-request.ts'
import { refuseHandshake } from './http/refuse-unreadable.ts'
import { createInFlight } from './in-flight.ts'
import { createLimiting } from './limiting/limiting.ts'
import { closeGraceMs, maxIdleClients, maxRememberedIds } from './limits.ts'
import { listen } from './listen.ts'
import { messageOf } from './message-of.ts'
import { deliveredAtMs } from './metrics/delivered-at.ts'
import { noMetrics } from './metrics/metrics.ts'
import { timeAnnouncements } from './metrics/time-announcements.ts'
import { unsentBytesOf, watchFigures } from './metrics/watch-figures.ts'
import { watchStore } from './metrics/watch-store.ts'
import type { NotificationServerOptions } from './notification-server-options.ts'
import { createOperatingAnswers, type OperatingAnswers } from './operating/operating-answers.ts'
import { createReadiness } from './operating/readiness.ts'
import { createIdMaker } from './publishing/notification-id.ts'
import { createPublisher } from './publishing/publisher.ts'
import { createReceipts } from './receipts/receipts.ts'
import { formatServerUrl } from './server-address.ts'
import { type Ending, shutDown } from './shut-down.ts'

export type NotificationServer = AsyncDisposable & {
  /** Where it listens: `ws://127.0.0.1:8787`; the endpoint is `/ws/notify/{client_id}` below it. */
  readonly url: string
  readonly port: number
  /** How many connections are open. */
  readonly clientCount: number
  /** What waits in memory for clients that read slowly, in bytes. */
  readonly unsentBytes: number
  /** For a listener of its own, where nobody is asked who they are. */
  readonly operating: OperatingAnswers
  /** Every client is closed with 1001, and dropped if it does not answer for 2 s. Idempotent. */
  close(): Promise<void>
  /** As `close`, for a server that comes back: with 1012, and at most so many milliseconds. */
  drain(withinMs: number): Promise<void>
  /** For connections from now on. Only where it began with one. @throws Error when it cannot be used; the one of before stays */
  setCertificate(certificate: TlsCertificate): void
}

/**
 * @throws ListenError when the address or the port cannot be had; its message says what to do
 */
export async function startNotificationServer(
  options: NotificationServerOptions,
): Promise<NotificationServer> {
  const {
    clock,
    random,
    mock = null,
    access = createDefaultAccess(),
    metrics = noMetrics,
    log = () => {},
  } = options
  const { authorise } = access
  const { store, pendingCalls } = watchStore({
    ...{ store: options.store, clock, metrics },
    deliveredAtMs: (clientId, id) => deliveredAtMs(id, delivery.connectionsOf(clientId)),
  })
  const limiting = createLimiting(clock, options.limits, options.trustedProxies)
  const { limits, requests, upgrades, admitUpgrade, unsent, pressure } = limiting
  const registry = createClientRegistry({ maxIdleClients, maxRememberedIds })
  const openSource = options.demo ? createDemoSource({ clock, random }) : null
  const notes = createDeliveryNotes({ store, subscriptions: () => delivery.subscriptions(), log })
  const keepKnown = createKeepKnown({ store, clock, subscriptions: () => delivery.subscriptions(), log })
  const receipts = createReceipts({ store, clock, flushNotes: notes.flush })
  const delivery = createDelivery({
    ...{ store, clock, notes, unsent },
    onDelivered(clientId, count) {
      metrics.delivered(count)
      receipts.changed(clientId)
    },
    onFailed({ socket, clientId }, error) {
      log({ event: 'waiting-unreadable', clientId, reason: messageOf(error) })
      socket.close(closeReasons.storeFailed.code, closeReasons.storeFailed.reason)
    },
  })
  const connections = createConnections({
    ...{ clock, random, registry, store, delivery, pressure, openSource, mock, log },
  })
  const permits = createPermits({ access, connections: () => connections })
  const following = access.onChange(permits.check)
  const timed = timeAnnouncements({ clock, announce: delivery.announce, written: metrics.written })
  const gather = createGather({ clock, announce: timed.announce })
  store.listen({
    onStored(messages) {
      timed.stored()
      gather.offer(messages)
    },
    onInterrupted: delivery.catchUpAll,
    onRenewed() {
      delivery.forgetHeads()
      for (const connection of connections) closeConnection(connection, closeReasons.storeRenewed)
    },
    onAcknowledged(acknowledgement) {
      connections.confirm(acknowledgement)
      receipts.changed(acknowledgement.clientId)
    },
  })
  // Compression costs five to eight times the CPU (performance.md); `clientTracking` would be a second list.
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxClientFrameBytes,
  }).on('wsClientError', refuseHandshake)
  let closing: Promise<void> | null = null
  const isStopping = (): boolean => closing !== null
  const inFlight = createInFlight()
  const { answered } = metrics
  const operating = createOperatingAnswers({
    readiness: createReadiness({ store, clock, isStopping }),
    metrics,
  })

  const makeId = createIdMaker({ now: clock.now, randomHex: randomUUID })
  const publish = createPublisher({ store, delivery, clock, makeId })
  const onRequest = createRequestHandler({
    authorise,
    access,
    permits,
    requests,
    publish,
    receipts,
    operating,
    answered,
    log,
  })
  const { onUpgrade, refuseWaiting } = createUpgradeHandler({
    ...{ sockets, store, clock, authorise, permits, upgrades, admitUpgrade, isStopping, answered, log },
    refuse: (clientId) => mock?.refuse(clientId) ?? null,
    accept: connections.accept,
  })

  const server = createHttpServer({
    ...{ tls: options.tls ?? null, limits, onUpgrade },
    onRequest(request, response) {
      inFlight.add(response)
      onRequest(request, response)
    },
  })
  const address = await listen(server.http, options.bind, options.port).catch(async (error: unknown) => {
    await store[Symbol.asyncDispose]()
    throw error
  })
  server.http.on('error', (error) => log({ event: 'server-error', reason: error.message }))
  const onBeat = (): void => {
    keepKnown()
    // What expires tells nobody.
    permits.check()
    void notes.flush()
  }
  const heartbeat = startHeartbeat(clock, connections, onBeat)

  watchFigures(metrics, { clock, connections, delivery, store, pendingCalls })
  const end = (ending: Ending): Promise<void> => {
    limiting[Symbol.dispose]()
    following[Symbol.dispose]()
    closing ??= shutDown(
      { server, refuseWaiting, inFlight, connections, heartbeat, receipts, gather, notes, store, clock },
      ending,
    )
    return closing
  }
  const close = () => end({ reason: closeReasons.shuttingDown, withinMs: closeGraceMs })
  return {
    url: formatServerUrl(address.address, address.port, options.tls !== undefined),
    port: address.port,
    get clientCount() {
      return connections.size
    },
    get unsentBytes() {
      return unsentBytesOf(connections)
    },
    operating,
    close,
    drain: (withinMs) => end({ reason: closeReasons.restarting, withinMs }),
    setCertificate: server.setCertificate,
    [Symbol.asyncDispose]: close,
  }
}
