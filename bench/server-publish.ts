/** How fast is publishing over HTTP to one client, stored on the disk before the answer? Floor: a bare Node HTTP server that
 * answers the same at once. Load in a process of its own; interleaved; medians. Wanted: at least 0.5 x the floor. */
import { compare, measure, ratios, show } from './support/compare.ts'
import { bareHttp, tocsin } from './support/peers/contestants.ts'

const count = 20_000
const unit = 'answers/s'
const rounds = Number(process.env['ROUNDS'] ?? 3)
const [, , wished] = process.argv

for (const inFlight of [1, 64, 256]) {
  if (wished !== undefined && wished !== String(inFlight)) continue
  const compared = await compare([tocsin, bareHttp], { rounds, unit }, (contestant) =>
    measure(contestant, { path: '/notify/alice', count, pace: { inFlight }, clients: 0 }, count / 10),
  )
  show(`${inFlight} at a time`, compared, unit)
  console.log(`  answers: ${ratios(compared, (each) => each.perSecond)}`)
  console.log(`  CPU:     ${ratios(compared, (each) => each.cpu)}`)
}
