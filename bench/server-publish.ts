/** How fast is publishing over HTTP to one client, stored on the disk before the answer? Floor: a bare Node HTTP server that
 * answers the same at once. Load in a process of its own; interleaved; medians. Wanted: at least 0.5 x the floor. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, ms } from './support/figures.ts'
import { type LoadResult, runLoad, startServerProcess } from './support/server-process.ts'

const count = 20_000
const rounds = 3

type Measured = LoadResult & { readonly cpu: number }

async function measure(file: string, args: readonly string[], connections: number): Promise<Measured> {
  const server = await startServerProcess(file, ...args)
  const port = new URL(server.url).port
  await runLoad('publish', port, String(count / 10), String(connections)) // warm
  const cpu = server.cpuMicros()
  const load = await runLoad('publish', port, String(count), String(connections))
  const used = server.cpuMicros() - cpu
  await server.stop()
  return { ...load, cpu: used / count }
}

const show = (name: string, of: readonly Measured[]): void =>
  console.log(
    `${name.padEnd(12)} ${Math.round(median(of.map((each) => each.perSecond)))}/s, ` +
      `p50 ${ms(median(of.map((each) => each.p50Ms)))}, p99 ${ms(median(of.map((each) => each.p99Ms)))}, ` +
      `${median(of.map((each) => each.cpu)).toFixed(1)} µs`,
  )

for (const connections of [1, 64, 256]) {
  const floors: Measured[] = []
  const ours: Measured[] = []
  for (let round = 0; round < rounds; round++) {
    floors.push(await measure('bench/support/peer-broadcaster.ts', ['http'], connections))
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
    const args = ['--port', '0', '--no-demo', '--data-dir', folder]
    ours.push(await measure('src/server/cli.ts', args, connections))
    rmSync(folder, { recursive: true })
  }
  console.log(`${connections} at a time:`)
  show('  bare HTTP', floors)
  show('  stored', ours)
  const ratios = ours.map((each, round) => each.perSecond / (floors[round]?.perSecond ?? 1))
  console.log(`  ratio: ${median(ratios).toFixed(2)} x`)
}
