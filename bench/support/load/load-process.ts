/**
 * The load, in a process of its own: `load-process.ts JSON`, with a `Load` as below. Prints a line when it is connected, waits
 * for one, and prints its `LoadResult` as JSON.
 */
import { once } from 'node:events'
import { percentile } from '../figures.ts'
import { connectCountingClient, type Protocol } from './counting-client.ts'
import { publishAll, publishEvenly } from './publish-all.ts'
import { connectPublisher } from './publisher-connection.ts'

export type Load = {
  readonly port: number
  readonly protocol: Protocol
  readonly path: string
  readonly count: number
  /** So many at a time; or so many a second, however they are answered. */
  readonly pace: { readonly inFlight: number } | { readonly perSecond: number }
  /** Who get all of it; 0: only the answers are timed. */
  readonly clients: number
  /** Their client ids begin with it. One that was there before would get what waits for it. */
  readonly clientPrefix: string
}

export type LoadResult = {
  /** Deliveries, or answers where there are no clients. */
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** About 240 bytes as it goes out. */
const body = JSON.stringify({
  type: 'info',
  title: 'Deployment finished',
  message: 'Build 4711 of the checkout service is live in eu-central after four minutes, all checks green',
  priority: 'low',
})

async function run(load: Load): Promise<LoadResult> {
  const { port, protocol, path, count, pace, clients, clientPrefix } = load
  const sentAt: number[] = []
  const waits: number[] = []
  let left = clients * count
  const done = Promise.withResolvers<void>()
  for (let i = 0; i < clients; i++) {
    let seen = 0
    // Every twentieth tells the time: looking at the clock for all of them would be the load.
    const isSample = i % 20 === 0
    await connectCountingClient(protocol, port, `${clientPrefix}-${i}`, (messages) => {
      const now = isSample ? performance.now() : 0
      for (let each = 0; isSample && each < messages; each++) waits.push(now - (sentAt[seen + each] ?? now))
      seen += messages
      left -= messages
      if (left === 0) done.resolve()
    })
  }
  const isPaced = 'perSecond' in pace
  const connections = await Promise.all(
    Array.from({ length: isPaced ? 16 : pace.inFlight }, () => connectPublisher(protocol, port, path, body)),
  )
  const told = {
    onSent: (index: number) => {
      sentAt[index] = performance.now()
    },
    onAnswered: (index: number) => {
      if (clients === 0) waits.push(performance.now() - (sentAt[index] ?? 0))
    },
  }
  console.log('connected')
  await once(process.stdin, 'data')
  const startedAt = performance.now()
  if (isPaced) await publishEvenly(connections, count, pace.perSecond, told)
  else await publishAll(connections, count, told)
  if (clients > 0) await done.promise
  return {
    perSecond: ((Math.max(1, clients) * count) / (performance.now() - startedAt)) * 1000,
    p50Ms: percentile(waits, 0.5),
    p99Ms: percentile(waits, 0.99),
  }
}

const measured = await run(JSON.parse(process.argv[2] ?? '') as Load) // what our own process wrote
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0))
