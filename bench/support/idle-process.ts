/** One process to be watched while it idles: `bare`, or `engine`. Bundled by idle.ts, as the product is. */
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import WebSocket from 'ws'

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
  const { startEngine } = await import('./engine.ts')
  const bench = startEngine(url)
  void bench.engine.handlers.connect({})
  await report()
  bench.close()
}

export type Cost = { readonly rss: number; readonly pss: number; readonly core: number }

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

const [, , what, url = ''] = process.argv
if (what === 'bare') await runBare(url)
else await runEngine(url)
