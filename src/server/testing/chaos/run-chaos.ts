/**
 * Publishes to clients that come and go while servers are killed, and tells what each client had in the end. What happens
 * when follows from the publications and the seed, not from the time of day.
 */
import { createDraw } from '../../demo/draw.ts'
import { createSeededRandom } from '../../mock/seeded-random.ts'
import { type ChaosClient, createClientCounts } from './chaos-client.ts'
import type { ChaosNode } from './chaos-node.ts'
import { createChaosPublisher } from './chaos-publisher.ts'
import { type ChaosReport, reportChaos } from './chaos-report.ts'
import { createLedger } from './ledger.ts'
import { createPlainClient } from './plain-client.ts'
import { createResumingClient } from './resuming-client.ts'
import { settleClients } from './settle-clients.ts'
import { createTrouble } from './trouble.ts'

export type ChaosOptions = {
  /** Not started yet. Clients and publishers go to any of them; each is killed now and then. */
  readonly nodes: readonly [ChaosNode, ...ChaosNode[]]
  readonly seed: number
  readonly messages: number
  readonly publishers: number
  readonly resumingClients: number
  /** Those that know the seed alone, and acknowledge. */
  readonly plainClients: number
  /** How many of the messages go to everyone, from 0 to 1. */
  readonly everyoneShare: number
  readonly kills: number
  /** How many clients come or go for each message, from 0 to 1. */
  readonly comingsShare: number
  /** Whoever waits for something that never comes is given up then. */
  readonly signal: AbortSignal
}

export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { nodes, seed, messages, signal } = options
  const startedAt = performance.now()
  const draw = createDraw(createSeededRandom('chaos', seed))
  const clientCounts = createClientCounts()
  const publisherCounts = { retries: 0, replayed: 0 }
  const parts = { nodes, draw, counts: clientCounts }
  const plain = Array.from({ length: options.plainClients }, (_, index) =>
    createPlainClient({ ...parts, clientId: `plain-${index}` }),
  )
  const resuming = Array.from({ length: options.resumingClients }, (_, index) =>
    createResumingClient({ ...parts, clientId: `client-${index}` }),
  )
  const clients: readonly ChaosClient[] = [...plain, ...resuming]
  const ledger = createLedger(options.publishers)
  using stack = new DisposableStack()
  const publishers = Array.from({ length: options.publishers }, () =>
    stack.use(createChaosPublisher({ nodes, draw, counts: publisherCounts, run: `${seed}` })),
  )
  stack.defer(() => {
    for (const client of clients) client.vanish()
  })

  await Promise.all(nodes.map((node) => node.start()))
  // Known from the start: what comes for everyone is theirs, wherever they are then.
  await abortable(signal, Promise.all(clients.map((client) => client.come())))
  const trouble = createTrouble({ ...options, draw, clients })

  let next = 0
  async function publishOn(publisher: number): Promise<void> {
    for (let number = 0; next < messages && !signal.aborted; number++) {
      next += 1
      const to = draw.chance(options.everyoneShare)
        ? null
        : (clients[draw.integer(0, clients.length - 1)]?.clientId ?? null)
      const entry = { publisher, number, to }
      await publishers[publisher]?.publish(entry)
      ledger.add(entry)
      trouble.afterMessage(ledger.count)
    }
  }
  await abortable(signal, Promise.all(publishers.map((_, index) => publishOn(index))))
  await abortable(signal, trouble.over())
  const isSettled = await abortable(
    signal,
    settleClients({ clients, plain, publisher: publishers[0] }).then(() => true),
  )
  return reportChaos({
    ...{ ledger, clients, clientCounts, publisherCounts, trouble: trouble.counts },
    isSettled: isSettled ?? false,
    waitedInVain: plain.reduce((sum, { receivedHere }) => sum + Math.max(0, receivedHere - 1), 0),
    tookMs: performance.now() - startedAt,
  })
}

/** @returns null when it was given up */
function abortable<T>(signal: AbortSignal, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(null)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
