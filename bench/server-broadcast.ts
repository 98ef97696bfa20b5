/** What does a broadcast to 1,000 clients cost with the whole server in the way (stored, numbered), against loops that do
 * nothing else? Load in a process of its own; interleaved; medians. Bun, nats-server, socket.io: not measured here. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, ms } from './support/figures.ts'
import { type LoadResult, runLoad, startServerProcess } from './support/server-process.ts'

const clients = 1_000
const rounds = 3

type Measured = LoadResult & { readonly cpu: number; readonly rssPerClient: number }

async function measure(
  file: string,
  args: readonly string[],
  count: number,
  inFlight: number,
): Promise<Measured> {
  const server = await startServerProcess(file, ...args)
  const [cpu, rss] = [server.cpuMicros(), server.rssKib()]
  const port = new URL(server.url).port
  const load = await runLoad('broadcast', port, String(count), String(inFlight), String(clients))
  const used = server.cpuMicros() - cpu
  const grown = server.rssKib() - rss
  await server.stop()
  return { ...load, cpu: used / (count * clients), rssPerClient: grown / clients }
}

const peers = ['socket.write', 'ws.send'] as const

for (const [inFlight, count] of [
  [8, 2_000],
  [1, 500],
] as const) {
  const results = new Map<string, Measured[]>(['tocsin', ...peers].map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
    const args = ['--port', '0', '--no-demo', '--data-dir', folder]
    results.get('tocsin')?.push(await measure('src/server/cli.ts', args, count, inFlight))
    rmSync(folder, { recursive: true })
    for (const peer of peers) {
      results.get(peer)?.push(await measure('bench/support/peer-broadcaster.ts', [peer], count, inFlight))
    }
  }
  console.log(`${inFlight} in flight:`)
  for (const [name, of] of results) {
    const middle = (read: (each: Measured) => number): number => median(of.map(read))
    console.log(
      `  ${name.padEnd(12)} ${Math.round(middle((each) => each.perSecond) / 1000)}k deliveries/s, ` +
        `${middle((each) => each.cpu).toFixed(2)} µs, p50 ${ms(middle((each) => each.p50Ms))}, ` +
        `p99 ${ms(middle((each) => each.p99Ms))}, RSS +${middle((each) => each.rssPerClient).toFixed(0)} KiB/client`,
    )
  }
  const ratio = (name: string): number =>
    median(
      (results.get('tocsin') ?? []).map(
        (each, round) => each.perSecond / (results.get(name)?.[round]?.perSecond ?? 1),
      ),
    )
  console.log(`  ratios: ${peers.map((name) => `${ratio(name).toFixed(2)} x ${name}`).join(', ')}`)
}
console.log('missing: Bun, nats-server and socket.io are not installed here')
