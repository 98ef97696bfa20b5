/** What does an idle connection cost the server's memory, and does it hold 10,000? Wanted: at most 24 KiB each. Each is known to
 * the store, and gets one broadcast at the end, to see that it is there. `server-idle.ts [COUNT]` */
import { setTimeout as after } from 'node:timers/promises'
import { type Contestant, peersOf, socketWrite, tocsin } from './support/peers/contestants.ts'
import { installPeers } from './support/peers/installed-peers.ts'
import { runLoad } from './support/server-process.ts'

const clients = Number(process.argv[2] ?? 10_000)
const settleMs = 3_000

async function measure({ name, protocol, start }: Contestant): Promise<void> {
  const server = await start()
  const load = { port: server.port, protocol, path: '/notify', count: 1, pace: { inFlight: 1 } } as const
  // What the first connections bring in is there for all of them.
  await runLoad({ ...load, clients: 100, clientPrefix: 'warm' })
  const before = server.rssKib()
  let held = 0
  await runLoad({ ...load, clients, clientPrefix: 'client' }, async () => {
    await after(settleMs)
    held = server.rssKib()
  })
  console.log(
    `${name.padEnd(12)} ${((held - before) / clients).toFixed(1)} KiB a connection, ${clients} held`,
  )
  await server.stop()
}

const installed = installPeers()
for (const contestant of [tocsin, socketWrite, ...peersOf(installed)]) await measure(contestant)
for (const each of installed.missing) console.log(`missing: ${each}`)
