/** Measures contestants in turns, and prints medians and the ratios of ours to each peer, round by round. */
import { loadavg } from 'node:os'
import { median, ms } from './figures.ts'
import type { Load, LoadResult } from './load/load-process.ts'
import type { Contestant } from './peers/contestants.ts'
import { runLoad } from './server-process.ts'

export type Measured = LoadResult & {
  /** Of the server, in microseconds: for each delivery, or for each answer where nobody listens. */
  readonly cpu: number
  readonly rssPerClientKib: number
}

export async function measure(
  contestant: Contestant,
  load: Omit<Load, 'port' | 'protocol' | 'clientPrefix'>,
  warmCount: number,
): Promise<Measured> {
  const server = await contestant.start()
  const { port } = server
  const { protocol } = contestant
  const whole = { ...load, port, protocol }
  if (warmCount > 0) await runLoad({ ...whole, count: warmCount, clientPrefix: 'warm' })
  const rss = server.rssKib()
  let [cpu, grown] = [0, 0]
  const result = await runLoad({ ...whole, clientPrefix: 'client' }, () => {
    cpu = server.cpuMicros()
    grown = server.rssKib() - rss
  })
  const used = server.cpuMicros() - cpu
  await server.stop()
  const { count, clients } = load
  return { ...result, cpu: used / (count * Math.max(1, clients)), rssPerClientKib: grown / clients }
}

export type Compared = ReadonlyMap<string, readonly Measured[]>

/** Ours first. */
export async function compare(
  contestants: readonly Contestant[],
  { rounds, unit }: { readonly rounds: number; readonly unit: string },
  measureOne: (contestant: Contestant) => Promise<Measured>,
): Promise<Compared> {
  const results = new Map<string, Measured[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      const measured = await measureOne(contestant)
      results.get(contestant.name)?.push(measured)
      // A run on a busy machine takes minutes: what is measured is told at once.
      console.log(`  round ${round + 1}: ${inWords(contestant.name, [measured], unit)}`)
    }
  }
  return results
}

/** Of our figure to each peer's, in the same round: their median. */
export function ratios(compared: Compared, read: (each: Measured) => number): string {
  const [[, ours] = ['', []], ...peers] = compared
  return peers
    .map(([name, of]) => {
      const ratio = median(ours.map((each, round) => read(each) / read(of[round] ?? each)))
      return `${ratio.toFixed(2)} x ${name}`
    })
    .join(', ')
}

export function show(title: string, compared: Compared, unit: string): void {
  const [load = 0] = loadavg()
  console.log(`${title} (load ${load.toFixed(1)}):`)
  for (const [name, of] of compared) console.log(`  ${inWords(name, of, unit)}`)
}

function inWords(name: string, of: readonly Measured[], unit: string): string {
  const middle = (read: (each: Measured) => number): number => median(of.map(read))
  return (
    `${name.padEnd(12)} ${Math.round(middle((each) => each.perSecond))} ${unit}, ` +
    `${middle((each) => each.cpu).toFixed(2)} µs, p50 ${ms(middle((each) => each.p50Ms))}, ` +
    `p99 ${ms(middle((each) => each.p99Ms))}`
  )
}
