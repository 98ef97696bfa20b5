/** How many notifications a second does the engine take in, stored and announced, against the floor of reading them?
 * Floor: `ws` and `JSON.parse`, same frames, same socket. Interleaved; the median of three; the ratio is what counts. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket, { WebSocketServer } from 'ws'
import { systemClock } from '../src/clock/system-clock.ts'
import { createEngine } from '../src/engine/create-engine.ts'

const frameCount = 100_000
const rounds = 3

const frames = Array.from({ length: 1_000 }, (_, index) =>
  JSON.stringify({
    type: ['info', 'warning', 'error', 'success'][index % 4],
    title: `Backup ${index} failed`,
    message: `The nightly backup of host-${index} stopped: no space left on device`,
    id: `notif_${1000 + index}`,
    timestamp: '2026-07-25T14:45:10.123456',
    read: false,
    error_code: 507,
  }),
)

/** Sends every frame to whoever connects, as fast as the socket takes them. */
async function startSource(): Promise<{ readonly url: string; close(): void }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
  await once(server, 'listening')
  server.on('connection', (socket) => {
    let sent = 0
    const pump = (): void => {
      for (let index = 0; index < 500 && sent < frameCount; index++)
        socket.send(frames[sent++ % frames.length] ?? '')
      if (sent < frameCount) setImmediate(pump)
    }
    pump()
  })
  const { port } = server.address() as AddressInfo // a TCP server has an address of this form
  return { url: `ws://127.0.0.1:${port}`, close: () => server.close() }
}

async function measureFloor(url: string): Promise<number> {
  const socket = new WebSocket(`${url}/ws/notify/a`, { perMessageDeflate: false })
  let left = frameCount
  const started = performance.now()
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      JSON.parse(data.toString('utf8'))
      if (--left === 0) resolve()
    })
  })
  socket.terminate()
  return frameCount / ((performance.now() - started) / 1000)
}

async function measureEngine(url: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
  const settings: Record<string, unknown> = { source: url, clientId: 'a' }
  const engine = createEngine({
    clock: systemClock,
    random: Math.random,
    dataDir,
    settingsStore: { get: (name) => settings[name], set: (change) => void Object.assign(settings, change) },
    toaster: { show: () => {}, withdraw: () => {} },
    capabilities: { host: 'browser', version: '0', hasTray: false, toasts: 'page' },
    embeddedServer: () => Promise.reject(new Error('none')),
    sourceOverride: null,
    notices: [],
  })
  let left = frameCount
  const done = new Promise<void>((resolve) => {
    engine.subscribe((event) => {
      if (event.name !== 'stateChanged') return
      for (const change of event.data.changes) {
        if (change.kind === 'notifications-arrived') left -= change.rows.length
      }
      if (left === 0) resolve()
    })
  })
  const started = performance.now()
  void engine.handlers.connect({})
  await done
  const rate = frameCount / ((performance.now() - started) / 1000)
  engine.close()
  rmSync(dataDir, { recursive: true })
  return rate
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const source = await startSource()
const floors: number[] = []
const engines: number[] = []
for (let round = 0; round < rounds; round++) {
  floors.push(await measureFloor(source.url))
  engines.push(await measureEngine(source.url))
}
source.close()
const [floor, engine] = [median(floors), median(engines)]
console.log(`floor, ws and JSON.parse:        ${Math.round(floor / 1000)}k notifications/s`)
console.log(`engine, stored and announced:    ${Math.round(engine / 1000)}k notifications/s`)
console.log(`ratio:                           ${(engine / floor).toFixed(2)} x`)
