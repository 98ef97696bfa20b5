/**
 * Frames without end, most of them broken, through the real way in: socket, parser, history, index, feed. The engine goes
 * on, every frame is accounted for, and memory stays flat. `TOCSIN_SOAK_FRAMES=1000000` for issue 4's million.
 */
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import { type ActivityEntry, type Change, SnapshotSchema } from '../contract/snapshot.ts'
import { validate } from '../contract/validate.ts'
import { createHostileFrames } from '../testing/hostile-frames.ts'
import { startScriptedServer } from '../testing/scripted-server.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createEngine } from './create-engine.ts'
import { memorySecrets, memorySettings } from './engine-under-test.ts'
import { noDesktop } from './no-desktop.ts'

const frameCount = Number(process.env['TOCSIN_SOAK_FRAMES'] ?? 50_000)
const isAskedFor = process.env['TOCSIN_SOAK_FRAMES'] !== undefined
/** Until then everything is warm: code compiled, logs and caches full. */
const warmUpCount = 20_000
const atOnce = 500
/** Far above what a garbage collection leaves by chance, far below a few hundred bytes kept of each frame. */
const growthLimitBytes = 8 * 1024 * 1024

/** Needs no flag at the start of the process: V8 takes this one at any time, for contexts made after it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const gc: () => void = runInNewContext('gc')
  gc()
  gc()
}

function heldBytes(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** The figures of a long run, for whoever started it. */
function tell(figures: Readonly<Record<string, number>>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

/** Not `startEngine`, which remembers every event. */
function start(source: string) {
  const clock = createManualClock()
  const engine = createEngine({
    ...{ clock, random: () => 0.5, dataDir: temporaryFolder() },
    settingsStore: memorySettings({ source, clientId: 'alice' }),
    secrets: memorySecrets(),
    chooseFile: { forExport: () => Promise.resolve(null), forImport: () => Promise.resolve(null) },
    backgroundFile: new URL('./background/worker.ts', import.meta.url),
    ...noDesktop,
    embeddedServer: () => Promise.reject(new Error('There is no built-in server here.')),
    sourceOverride: null,
    notices: [],
  })
  onTestFinished(() => void engine.close())
  return { clock, engine }
}

/** Counts what became of each frame, by what was announced of it. */
function createTally() {
  const phases: string[] = []
  const faults: string[] = []
  const tally = { stored: 0, rejected: 0, system: 0, acknowledgement: 0 }
  let awaited: { readonly wireId: string; readonly seen: () => void } | null = null

  function log(entries: readonly ActivityEntry[]): void {
    for (const { kind, text } of entries) {
      if (kind === 'storage') faults.push(text)
      if (kind === 'rejected' || kind === 'system' || kind === 'acknowledgement') tally[kind] += 1
    }
  }

  function store(rows: readonly NotificationRow[]): void {
    tally.stored += rows.length
    if (rows.some(({ wireId }) => wireId === awaited?.wireId)) awaited?.seen()
  }

  return {
    ...{ tally, phases, faults },
    take(change: Change) {
      if (change.kind === 'connection-changed') phases.push(change.connection.phase)
      if (change.kind === 'notifications-arrived') store(change.rows)
      if (change.kind === 'activity-logged') log(change.entries)
    },
    arrival(wireId: string) {
      const { promise, resolve: seen } = Promise.withResolvers<void>()
      awaited = { wireId, seen }
      return promise
    },
  }
}

describe('the engine', () => {
  it('takes random and mutated frames without end, loses none, and its memory stays flat', {
    timeout: Math.max(60_000, frameCount),
  }, async () => {
    await using server = await startScriptedServer()
    const { clock, engine } = start(server.url)
    const { tally, phases, faults, take, arrival } = createTally()
    engine.subscribe((event) => {
      if (event.name === 'stateChanged') for (const change of event.data.changes) take(change)
    })
    void engine.handlers.connect({})
    const socket = await server.connection()
    const nextFrame = createHostileFrames(1)
    let heldBefore = 0
    let sent = 0

    while (sent < frameCount) {
      if (sent === warmUpCount) heldBefore = heldBytes()
      for (let index = 1; index < atOnce; index++) socket.send(nextFrame())
      // A good one after the bad ones is announced as ever, and paces the burst.
      const marker = `marker_${sent}`
      const arrived = arrival(marker)
      socket.send(JSON.stringify({ type: 'info', title: 'Marker', message: '', id: marker }))
      sent += atOnce
      await arrived
      clock.advance(100)
    }
    socket.ping()
    await once(socket, 'pong')
    const grownBy = heldBytes() - heldBefore

    expect(phases).toEqual(['connecting', 'live'])
    expect(faults).toEqual([])
    expect(tally.stored + tally.rejected + tally.system + tally.acknowledgement).toBe(sent)
    const snapshot = await engine.handlers.getSnapshot({})
    expect(validate(SnapshotSchema, snapshot)).toMatchObject({ ok: true })
    expect(Object.values(snapshot.counts).reduce((sum, { total }) => sum + total, 0)).toBe(tally.stored)
    // Each way is taken often enough to mean something.
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(sent / 200)
    expect(grownBy).toBeLessThan(growthLimitBytes)
    if (isAskedFor) tell({ sent, ...tally, grownBy, ...process.memoryUsage() })
  })
})
