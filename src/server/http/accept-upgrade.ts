/** Answers WebSocket upgrades: refuses, or begins a subscription where the client was, or where it starts. */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { WebSocketServer } from 'ws'
import type { Clock } from '../../clock/clock.ts'
import { readClientId } from '../../protocol/endpoint.ts'
import { type Cursor, formatResume, parseResume, resumeHeader } from '../../protocol/resumption.ts'
import type { Permits } from '../access/permits.ts'
import type { Authorise } from '../authorise.ts'
import { createSubscription, type Subscription } from '../delivery/subscription.ts'
import { type AdmitUpgrade, countRefusal } from '../limiting/admit-upgrade.ts'
import type { RequestLimits } from '../limiting/request-limits.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { ClientStanding, Store } from '../store/store.ts'
import { type Answer, problemAnswer, writeRefusal } from './answer.ts'
import { notFound } from './handle-request.ts'
import { pathOf, readRoute } from './route.ts'

export type UpgradeDeps = {
  readonly sockets: WebSocketServer
  readonly store: Store
  readonly clock: Clock
  readonly authorise: Authorise
  readonly upgrades: RequestLimits
  readonly admitUpgrade: AdmitUpgrade
  readonly permits: Pick<Permits, 'hold'>
  readonly isStopping: () => boolean
  /** Asked after all that limits and permits: an answer that refuses, where a scenario says so. */
  readonly refuse: (clientId: string) => Answer | null
  readonly accept: (subscription: Subscription) => void
  readonly answered: Metrics['answered']
  readonly log: Log
}

export type UpgradeHandler = {
  onUpgrade(request: IncomingMessage, wire: Duplex, head: Buffer): void
  /** Refuses those that wait to be let in: what they wait for may take longer than there is time. */
  refuseWaiting(): void
}

export function createUpgradeHandler(deps: UpgradeDeps): UpgradeHandler {
  const { sockets, store, clock, authorise } = deps
  /** Neither let in nor refused yet. */
  const waiting = new Set<Duplex>()
  const refuse = (wire: Duplex, answer: Answer): void => {
    waiting.delete(wire)
    deps.answered('endpoint', answer.status)
    writeRefusal(wire, answer)
  }
  /** What the answer to an upgrade says, beside what `ws` puts there. */
  const resumption = new WeakMap<IncomingMessage, string>()
  sockets.on('headers', (headers, request) => {
    const answer = resumption.get(request)
    if (answer !== undefined) headers.push(`${resumeHeader}: ${answer}`)
  })

  async function upgrade(
    request: IncomingMessage,
    wire: Duplex,
    head: Buffer,
    clientId: string,
    token: string | null,
  ): Promise<void> {
    const tooMany = await deps.admitUpgrade(request, wire, { clientId, token })
    if (!waiting.has(wire)) return
    const refusal = tooMany ?? deps.refuse(clientId)
    if (refusal !== null) return refuse(wire, refusal)
    // `ws` says what is wrong. Nothing waits for a client that there is not.
    if (!isHandshake(request))
      return sockets.handleUpgrade(request, wire, head, (socket) => socket.terminate())
    const asked = parseResume(headerOf(request) ?? '')
    const standing = await store.enter(clientId, Math.floor(clock.now()))
    // Stopping may have begun meanwhile, and nobody new comes in then.
    if (!waiting.has(wire)) return
    // So may a token have been revoked.
    const permission = authorise(request, { action: 'subscribe', clientId })
    if (!permission.ok) return refuse(wire, problemAnswer(permission.problem, permission.headers))
    const start = beginningOf(asked, standing)
    if (asked !== null) resumption.set(request, formatResume({ epoch: standing.epoch, ...start }))
    const isResuming = asked !== null
    const enteredAtMs = clock.now()
    // What a server of HTTP or HTTPS upgrades is a socket of the network.
    const whose = { clientId, wire: wire as Socket, isResuming, enteredAtMs }
    sockets.handleUpgrade(request, wire, head, (socket) => {
      deps.permits.hold(socket, permission.token)
      deps.accept(createSubscription({ ...whose, socket }, start))
    })
  }

  /** Until `ws` takes over nobody else listens, and an error that nobody hears ends the process. */
  async function whileHeard(wire: Duplex, work: () => Promise<void>): Promise<void> {
    const onError = (): void => void wire.destroy()
    wire.on('error', onError)
    waiting.add(wire)
    try {
      await work()
    } catch (error) {
      deps.log({ event: 'upgrade-failed', reason: messageOf(error) })
      if (waiting.has(wire)) refuse(wire, storeFailed)
    } finally {
      waiting.delete(wire)
      wire.off('error', onError)
    }
  }

  return {
    onUpgrade(request, wire, head) {
      const path = pathOf(request.url ?? '/')
      const clientId = readClientId(path)
      if (deps.isStopping()) return refuse(wire, stopping)
      if (clientId === null) {
        return refuse(wire, notFound(readRoute(path).kind === 'unreadable' ? 'unreadable' : 'nothing'))
      }
      const permission = authorise(request, { action: 'subscribe', clientId })
      void whileHeard(wire, async () => {
        if (permission.ok) return upgrade(request, wire, head, clientId, permission.token?.name ?? null)
        const notAllowed = problemAnswer(permission.problem, permission.headers)
        const said = await countRefusal(deps.upgrades, request, notAllowed)
        if (waiting.has(wire)) refuse(wire, said)
      })
    },
    refuseWaiting() {
      for (const wire of waiting) refuse(wire, stopping)
    },
  }
}

/** As far as `ws` looks as well: RFC 6455, 4.2.1. */
const isHandshake = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  /^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '') &&
  [8, 13].includes(Number(headers['sec-websocket-version']))

/** Where the client was; where it stands by what is settled, if that is not known or of another life. */
const beginningOf = (
  asked: ReturnType<typeof parseResume>,
  { epoch, settled, heads }: ClientStanding,
): Cursor => (asked === null || asked === 'new' || asked.epoch !== epoch ? settled : atMost(asked, heads))

/** A cursor beyond what is there is of a store that lost its end: what comes next must not pass it by. */
const atMost = (asked: Cursor, heads: Cursor): Cursor => ({
  own: Math.min(asked.own, heads.own),
  all: Math.min(asked.all, heads.all),
})

function headerOf({ headers }: IncomingMessage): string | null {
  const value = headers[resumeHeader.toLowerCase()]
  return typeof value === 'string' ? value : null
}

const stopping = problemAnswer(
  { status: 503, detail: 'The server is shutting down.' },
  { 'Retry-After': '2' },
)
const storeFailed = problemAnswer(
  { status: 503, detail: 'The server could not look up what waits for this client: try again.' },
  { 'Retry-After': '5' },
)
