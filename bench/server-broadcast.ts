/** What does a broadcast to 1,000 clients cost with the whole server in the way (stored, numbered), against servers that do
 * nothing else? Wanted, with 8 at a time: 0.8 x Bun's `publish`, 1.5 x nats-server, 8 x socket.io; one at a time: at most
 * 1.1 x the CPU of `socket.write`; p99 at an even 30,000 deliveries a second: at most 1.5 x Bun's.
 * `server-broadcast.ts [eight|one|even]` */
import { compare, measure, ratios, show } from './support/compare.ts'
import type { Load } from './support/load/load-process.ts'
import { peersOf, socketWrite, tocsin } from './support/peers/contestants.ts'
import { installPeers } from './support/peers/installed-peers.ts'

const clients = 1_000
const unit = 'deliveries/s'
const rounds = Number(process.env['ROUNDS'] ?? 3)
const everyone = { path: '/notify', clients } as const
const [, , wished] = process.argv

const installed = installPeers()
const contestants = [tocsin, socketWrite, ...peersOf(installed)]

const scenarios: readonly (Pick<Load, 'count' | 'pace'> & { name: string; title: string })[] = [
  { name: 'eight', title: '8 at a time', count: 800, pace: { inFlight: 8 } },
  { name: 'one', title: 'one at a time', count: 200, pace: { inFlight: 1 } },
  { name: 'even', title: 'an even 30,000 deliveries/s', count: 150, pace: { perSecond: 30 } },
]
for (const { name, title, ...paced } of scenarios) {
  if (wished !== undefined && wished !== name) continue
  const compared = await compare(contestants, { rounds, unit }, (contestant) =>
    measure(contestant, { ...everyone, ...paced }, 50),
  )
  show(title, compared, unit)
  console.log(`  deliveries: ${ratios(compared, (each) => each.perSecond)}`)
  console.log(`  CPU:        ${ratios(compared, (each) => each.cpu)}`)
  console.log(`  p99:        ${ratios(compared, (each) => each.p99Ms)}`)
}
for (const each of installed.missing) console.log(`missing: ${each}`)
