/** How many notifications a second does the engine take in, stored, counted and announced, against the floor of reading
 * them? Floor: `ws` and `JSON.parse`, same frames, same socket. Interleaved; medians; the ratio is what counts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import WebSocket from 'ws'
import { announced, startEngine } from './support/engine.ts'
import { median } from './support/figures.ts'
import { startSource } from './support/source.ts'

const frameCount = 100_000
/** Sustained: indexing begins half a second after arriving. */
const manyFrames = 500_000
const rounds = 5

/** Notifications a second, and CPU microseconds of the main thread for each: the second is touched least by noise. */
type Rate = { readonly perSecond: number; readonly cpu: number }

async function measure(count: number, work: () => Promise<void>): Promise<Rate> {
  const cpu = process.threadCpuUsage()
  const started = performance.now()
  await work()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.threadCpuUsage(cpu)
  return { perSecond: count / seconds, cpu: (user + system) / count }
}

function readAll(url: string): Promise<void> {
  const socket = new WebSocket(`${url}/ws/notify/a`, { perMessageDeflate: false })
  let left = frameCount
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      JSON.parse(data.toString('utf8'))
      if (--left > 0) return
      socket.terminate()
      resolve()
    })
  })
}

/** @returns the rate until so many are announced */
async function ingest(url: string, count: number, then: (dataDir: string) => Promise<void>): Promise<Rate> {
  const bench = startEngine(url)
  const rate = await measure(count, async () => {
    const done = announced(bench, count)
    void bench.engine.handlers.connect({})
    await done
    await then(bench.dataDir)
  })
  bench.close()
  return rate
}

async function allIndexed(dataDir: string): Promise<void> {
  const file = join(dataDir, 'search.sqlite')
  const isIndexed = (): boolean => {
    if (!existsSync(file)) return false
    using index = new DatabaseSync(file, { readOnly: true, timeout: 1_000 })
    return (
      Number(index.prepare('SELECT indexed_up_to FROM index_state').get()?.['indexed_up_to']) >= manyFrames
    )
  }
  while (!isIndexed()) await after(20)
}

const source = await startSource({ count: frameCount, rate: null })
const endless = await startSource({ count: manyFrames, rate: null })
const floors: Rate[] = []
const engines: Rate[] = []
const searchable: Rate[] = []
for (let round = 0; round < rounds; round++) {
  floors.push(await measure(frameCount, () => readAll(source.url)))
  engines.push(await ingest(source.url, frameCount, () => Promise.resolve()))
  searchable.push(await ingest(endless.url, manyFrames, allIndexed))
}
source.stop()
endless.stop()

const show = (name: string, rates: readonly Rate[]): void => {
  const [perSecond, cpu] = [
    median(rates.map((rate) => rate.perSecond)),
    median(rates.map((rate) => rate.cpu)),
  ]
  console.log(`${name.padEnd(34)} ${Math.round(perSecond / 1000)}k notifications/s, ${cpu.toFixed(2)} µs`)
}
show('floor, ws and JSON.parse:', floors)
show('engine, stored and announced:', engines)
show('engine, everything indexed:', searchable)
const ratioOf = (rates: readonly Rate[]): number =>
  median(rates.map((rate, round) => rate.perSecond / (floors[round]?.perSecond ?? 1)))
const cpuRatios = engines.map((engine, round) => (floors[round]?.cpu ?? 1) / engine.cpu)
console.log(
  `ratio: ${ratioOf(engines).toFixed(2)} x in time (wanted: 0.40), ${median(cpuRatios).toFixed(2)} x in the main thread’s CPU`,
)
console.log(`everything indexed: ${ratioOf(searchable).toFixed(2)} x in time (wanted: 0.25)`)
