/** What does an idle, connected engine cost, against a bare Node process with one socket and an open SQLite file?
 * Wanted: at most 1.5 x its memory, below 0.1 % of a core. Each in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import WebSocket from 'ws'
import { startSource } from './support/source.ts'

const settleMs = 5_000
const watchMs = 20_000

async function runBare(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
  const database = new DatabaseSync(join(folder, 'bare.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x)')
  const socket = new WebSocket(`${url}/ws/notify/a`, { perMessageDeflate: false })
  await once(socket, 'open')
  await report()
  socket.terminate()
  database.close()
  rmSync(folder, { recursive: true })
}

/** Imported only here: a bare process holds none of our code. */
async function runEngine(url: string): Promise<void> {
  const { startEngine } = await import('./support/engine.ts')
  const bench = startEngine(url)
  void bench.engine.handlers.connect({})
  await report()
  bench.close()
}

type Cost = { readonly rss: number; readonly pss: number; readonly core: number }

/** Prints what this process holds in MB, and its share of a core in %, once it has settled. */
async function report(): Promise<void> {
  await after(settleMs)
  const cpu = process.cpuUsage()
  await after(watchMs)
  const { user, system } = process.cpuUsage(cpu)
  const cost: Cost = {
    rss: process.memoryUsage.rss() / 1e6,
    pss: pssMb(),
    core: ((user + system) / 1000 / watchMs) * 100,
  }
  console.log(JSON.stringify(cost))
}

/** Of Linux alone; 0 elsewhere. */
function pssMb(): number {
  try {
    return Number(/Pss:\s+(\d+)/.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1] ?? 0) / 1e3
  } catch {
    return 0
  }
}

async function costOf(what: string, url: string): Promise<Cost> {
  const child = spawn(process.execPath, [import.meta.filename, what, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer] // a stream of bytes
  return JSON.parse(line.toString()) as Cost
}

const [, , what, url = ''] = process.argv
if (what === 'bare') await runBare(url)
else if (what === 'engine') await runEngine(url)
else {
  const source = await startSource({ count: 1_000_000, rate: 0.2 })
  const [bare, engine] = await Promise.all([costOf('bare', source.url), costOf('engine', source.url)])
  source.stop()
  const show = (name: string, { rss, pss, core }: Cost): void =>
    console.log(
      `${name.padEnd(8)} RSS ${rss.toFixed(0)} MB, PSS ${pss.toFixed(0)} MB, ${core.toFixed(3)} % of a core`,
    )
  show('bare', bare)
  show('engine', engine)
  console.log(`ratio of RSS: ${(engine.rss / bare.rss).toFixed(2)} x (wanted: at most 1.5)`)
}
