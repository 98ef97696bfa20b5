/** How long from a frame's sending to its being stored and announced, at an even 1,000 a second, against a bare insert of
 * the same frames, one transaction a turn? Interleaved; the ratio of the 99th percentiles is what counts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import WebSocket from 'ws'
import { announced, onChange, startEngine } from './support/engine.ts'
import { median, ms, percentile } from './support/figures.ts'
import { nowMicros, startSource } from './support/source.ts'

const count = 10_000
const rounds = 3
/** The first second runs code for the first time. */
const warmUp = 2_000

const sinceSent = (title: string): number => (nowMicros() - Number(title.slice(0, title.indexOf(' ')))) / 1000

async function bare(url: string): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
  const database = new DatabaseSync(join(folder, 'bare.sqlite'))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    CREATE TABLE notifications (row_id INTEGER PRIMARY KEY, frame TEXT)`)
  const insert = database.prepare('INSERT INTO notifications (frame) VALUES (?)')
  const socket = new WebSocket(`${url}/ws/notify/a`, { perMessageDeflate: false })
  const delays: number[] = []
  let waiting: string[] = []
  await new Promise<void>((resolve) => {
    const store = (): void => {
      database.exec('BEGIN')
      for (const frame of waiting) insert.run(frame)
      database.exec('COMMIT')
      for (const frame of waiting) delays.push(sinceSent((JSON.parse(frame) as { title: string }).title))
      waiting = []
      if (delays.length >= count) resolve()
    }
    socket.on('message', (data: Buffer) => {
      if (waiting.push(data.toString('utf8')) === 1) setImmediate(store)
    })
  })
  socket.terminate()
  database.close()
  rmSync(folder, { recursive: true })
  return delays.slice(warmUp)
}

async function engine(url: string): Promise<number[]> {
  const bench = startEngine(url)
  const delays: number[] = []
  onChange(bench, (change) => {
    if (change.kind !== 'notifications-arrived') return
    for (const { title } of change.rows) delays.push(sinceSent(title))
  })
  const done = announced(bench, count)
  void bench.engine.handlers.connect({})
  await done
  bench.close()
  return delays.slice(warmUp)
}

const source = await startSource({ count, rate: 1_000, isStamped: true })
const ratios: number[] = []
for (let round = 0; round < rounds; round++) {
  const floor = await bare(source.url)
  const own = await engine(source.url)
  const [floor99, own99] = [percentile(floor, 0.99), percentile(own, 0.99)]
  ratios.push(own99 / floor99)
  console.log(
    `bare ${ms(median(floor))} / ${ms(floor99)}, engine ${ms(median(own))} / ${ms(own99)} (median / p99)`,
  )
}
source.stop()
console.log(`ratio of p99: ${median(ratios).toFixed(2)} x (wanted: at most 2)`)
