/** Does one reader that stopped slow down the 999 others, or grow the server's memory? The same broadcasts with and without it,
 * in turns. It is full before they begin: 32 MB for it alone. Wanted: the others' p99 at most 1.5 x, memory bounded. */
import { median, ms } from './support/figures.ts'
import { connectCountingClient } from './support/load/counting-client.ts'
import { publishAll } from './support/load/publish-all.ts'
import { connectPublisher } from './support/load/publisher-connection.ts'
import { tocsin } from './support/peers/contestants.ts'
import { runLoad } from './support/server-process.ts'

const clients = 999
const rounds = Number(process.env['ROUNDS'] ?? 3)
const stalledBytes = 32 * 1024 * 1024
const largeBytes = 60_000

type Run = { readonly p99Ms: number; readonly grownKib: number }

async function measure(isOneStalled: boolean): Promise<Run> {
  const server = await tocsin.start()
  const { port } = server
  const load = { port, protocol: 'notifications', path: '/notify', clients } as const
  const pace = { perSecond: 30 } as const
  await runLoad({ ...load, pace, count: 30, clientPrefix: 'warm' })
  const before = server.rssKib()
  const stalled = isOneStalled ? await connectStalled(port) : null
  const { p99Ms } = await runLoad({ ...load, pace, count: 150, clientPrefix: 'client' })
  const grownKib = server.rssKib() - before
  stalled?.destroy()
  await server.stop()
  return { p99Ms, grownKib }
}

async function connectStalled(port: number) {
  const socket = await connectCountingClient('notifications', port, 'stalled', () => {})
  socket.pause()
  const body = JSON.stringify({ message: 'x'.repeat(largeBytes) })
  const publisher = await connectPublisher('notifications', port, '/notify/stalled', body)
  await publishAll([publisher], Math.ceil(stalledBytes / largeBytes), { onSent() {}, onAnswered() {} })
  return socket
}

const without: Run[] = []
const withOne: Run[] = []
for (let round = 0; round < rounds; round++) {
  without.push(await measure(false))
  withOne.push(await measure(true))
}
const p99 = (runs: readonly Run[]): number => median(runs.map((each) => each.p99Ms))
const grown = (runs: readonly Run[]): string => (median(runs.map((each) => each.grownKib)) / 1024).toFixed(0)
console.log(`without it:  p99 ${ms(p99(without))}, memory +${grown(without)} MiB`)
console.log(`one stalled: p99 ${ms(p99(withOne))}, memory +${grown(withOne)} MiB`)
const ratios = withOne.map((each, round) => each.p99Ms / (without[round]?.p99Ms ?? each.p99Ms))
console.log(`ratio: ${median(ratios).toFixed(2)} x`)
