/** How quickly does a client that comes back get the 10,000 that wait for it? Peer: the rate at which one that was there got the
 * same ones as they were published, 64 at a time. Wanted: at least 0.5 x. */
import { once } from 'node:events'
import { median } from './support/figures.ts'
import { connectCountingClient } from './support/load/counting-client.ts'
import { tocsin } from './support/peers/contestants.ts'
import { runLoad } from './support/server-process.ts'

const count = 10_000
const rounds = Number(process.env['ROUNDS'] ?? 3)
const waited: number[] = []
const live: number[] = []

for (let round = 0; round < rounds; round++) {
  const server = await tocsin.start()
  const { port } = server
  // Known from now on: everyone's wait for it.
  const first = await connectCountingClient('notifications', port, 'late', () => {})
  first.destroy()
  await once(first, 'close')
  const load = { port, protocol: 'notifications', path: '/notify', clientPrefix: 'live' } as const
  const { perSecond } = await runLoad({ ...load, count, pace: { inFlight: 64 }, clients: 1 })
  live.push(perSecond)

  const startedAt = performance.now()
  const all = Promise.withResolvers<void>()
  let got = 0
  const late = await connectCountingClient('notifications', port, 'late', (messages) => {
    got += messages
    if (got === count) all.resolve()
  })
  await all.promise
  waited.push((count / (performance.now() - startedAt)) * 1000)
  late.destroy()
  await server.stop()
}
console.log(`as published:    ${Math.round(median(live))} a second`)
console.log(`${count} waiting:  ${Math.round(median(waited))} a second, the connecting included`)
console.log(`ratio: ${median(waited.map((rate, round) => rate / (live[round] ?? rate))).toFixed(2)} x`)
