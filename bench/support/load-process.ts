/** The load, in a process of its own: `publish PORT COUNT CONNECTIONS` or `broadcast PORT COUNT IN-FLIGHT CLIENTS`. */
import { connectCountingClient } from './counting-client.ts'
import { percentile } from './figures.ts'
import { publishAll } from './http-publisher.ts'
import type { LoadResult } from './server-process.ts'

const [what = '', ...numbers] = process.argv.slice(2)
const [port = 0, count = 0, connections = 1, clients = 0] = numbers.map(Number)
/** About 240 bytes as it goes out. */
const body = JSON.stringify({
  type: 'info',
  title: 'Deployment finished',
  message: 'Build 4711 of the checkout service is live in eu-central after four minutes, all checks green',
  priority: 'low',
})

async function publish(): Promise<LoadResult> {
  const sentAt: number[] = []
  const waits: number[] = []
  const startedAt = performance.now()
  await publishAll({
    ...{ port, path: '/notify/alice', body, connections, count },
    onSent: (index) => {
      sentAt[index] = performance.now()
    },
    onAnswered: (index) => waits.push(performance.now() - (sentAt[index] ?? 0)),
  })
  return result(count, performance.now() - startedAt, waits)
}

async function broadcast(): Promise<LoadResult> {
  const sentAt: number[] = []
  const waits: number[] = []
  let left = clients * count
  const done = Promise.withResolvers<void>()
  for (let i = 0; i < clients; i++) {
    let seen = 0
    // Every twentieth tells the time: looking at the clock for all of them would be the load.
    const isSample = i % 20 === 0
    await connectCountingClient(port, `client-${i}`, (frames) => {
      if (isSample) {
        const now = performance.now()
        for (let each = 0; each < frames; each++) waits.push(now - (sentAt[seen + each] ?? now))
      }
      seen += frames
      left -= frames
      if (left === 0) done.resolve()
    })
  }
  const startedAt = performance.now()
  await publishAll({
    ...{ port, path: '/notify', body, connections, count },
    onSent: (index) => {
      sentAt[index] = performance.now()
    },
    onAnswered: () => {},
  })
  await done.promise
  return result(clients * count, performance.now() - startedAt, waits)
}

const result = (number: number, tookMs: number, waits: readonly number[]): LoadResult => ({
  perSecond: (number / tookMs) * 1000,
  p50Ms: percentile(waits, 0.5),
  p99Ms: percentile(waits, 0.99),
})

const measured = what === 'publish' ? await publish() : await broadcast()
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0))
