/**
 * The history against a server that keeps streams, a disk that refuses, connections that break and a program that dies:
 * whatever happens in whatever order, each notification ends in the history once, and each stream in order.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { Cursor, Place, ResumePoint, StreamName } from '../../protocol/resumption.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { StoredBatch } from '../history/arrival.ts'
import { arrivalOf, openStorage } from '../storage-under-test.ts'
import type { ResumedLink } from './resumed-link.ts'

const sourceAddress = 'ws://s'
const clientId = 'alice'

type Message = {
  readonly stream: StreamName
  readonly sequence: number
  readonly title: string
  isExpired: boolean
}

function start() {
  const dataDir = temporaryFolder()
  const clock = createManualClock()
  let under = openStorage(dataDir, clock)
  let isRefusing = false
  let epoch = 1
  /** Of this epoch, in the order of publication. */
  let messages: Message[] = []
  let publishedCount = 0
  let demoCount = 0
  /** All that must be there in the end: what an older epoch had and nobody got is not. */
  const stored: { title: string; stream: StreamName; epoch: number; sequence: number }[] = []
  let link: ResumedLink | null = null
  let sent: { own: number; all: number } = { own: 0, all: 0 }
  let seenBatches = 0
  const everPublished = new Map<string, Place & { readonly epoch: number }>()

  const heads = (): Cursor => ({
    own: messages.filter(({ stream }) => stream === 'own').length,
    all: messages.filter(({ stream }) => stream === 'all').length,
  })

  /** Also what the connections on which something is missing are told: they end. */
  function look(): void {
    const news: readonly StoredBatch[] = under.batches.slice(seenBatches)
    seenBatches = under.batches.length
    for (const { rows, broken } of news) {
      for (const { title } of rows) {
        const published = everPublished.get(title)
        if (published !== undefined) stored.push({ title, ...published })
      }
      if (link !== null && broken.includes(link)) link = null
    }
  }

  function deliver(count: number, skipped: number): void {
    if (link === null) return
    let left = count
    let place = 0
    for (const stream of ['own', 'all'] as const) announceExpired(link, stream)
    for (const message of messages) {
      if (message.sequence <= sent[message.stream] || left === 0) continue
      sent = { ...sent, [message.stream]: message.sequence }
      left -= 1
      if (place++ === skipped) continue
      const { stream, sequence } = message
      under.storage.ingest.add({
        ...arrivalOf({ type: 'info', title: message.title }, clock.now(), sourceAddress),
        placed: { link, place: { stream, sequence } },
      })
    }
  }

  /** As our server does: what expired is always the beginning of what is kept. */
  function announceExpired(over: ResumedLink, stream: StreamName): void {
    const gone = messages.filter((each) => each.stream === stream && each.isExpired).length
    if (gone <= sent[stream]) return
    const place = { stream, from: sent[stream] + 1, through: gone }
    under.storage.ingest.add({ kind: 'expired', placed: { link: over, place } })
    sent = { ...sent, [stream]: gone }
  }

  return {
    publish(stream: StreamName) {
      const title = `n${publishedCount++}`
      const sequence = heads()[stream] + 1
      messages.push({ title, stream, sequence, isExpired: false })
      everPublished.set(title, { epoch, stream, sequence })
    },
    expire(count: number) {
      for (const message of messages.slice(0, count)) message.isExpired = true
    },
    beginAnew() {
      epoch += 1
      messages = []
      link = null
    },
    connect() {
      const asked = under.storage.cursors.read(sourceAddress, clientId) ?? 'new'
      const name = `e${epoch}`
      const begins: ResumePoint =
        asked !== 'new' && asked.epoch === name ? asked : { epoch: name, own: 0, all: 0 }
      link = { sourceAddress, clientId, asked, begins }
      sent = { own: begins.own, all: begins.all }
      under.storage.ingest.add({ kind: 'begun', link })
    },
    drop() {
      link = null
    },
    deliver,
    demo() {
      const arrival = arrivalOf({ type: 'info', title: `demo${demoCount++}` }, clock.now(), sourceAddress)
      under.storage.ingest.add(arrival)
    },
    turn() {
      under.storage.ingest.flush()
      look()
    },
    setRefusing(next: boolean) {
      isRefusing = next
      under.storage.database.exec(`PRAGMA query_only = ${next ? 'ON' : 'OFF'}`)
    },
    crash() {
      look()
      under.close()
      link = null
      seenBatches = 0
      isRefusing = false
      under = openStorage(dataDir, clock)
    },
    /** Nothing stands in the way any more. */
    settle() {
      if (isRefusing) this.setRefusing(false)
      // What a faulty server leaves out at the end is found out by nobody before.
      link = null
      this.turn()
      for (let round = 0; round < 3; round++) {
        if (link === null) this.connect()
        deliver(Number.MAX_SAFE_INTEGER, -1)
        this.turn()
      }
      expect(link).not.toBeNull()
    },
    check() {
      const titles = stored.map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
      const missing = messages.filter(({ title, isExpired }) => !isExpired && !titles.includes(title))
      expect(missing).toEqual([])
      const rank = (each: (typeof stored)[number]): number => each.epoch * 1_000 + each.sequence
      for (const stream of ['own', 'all']) {
        const ranks = stored.filter((each) => each.stream === stream).map(rank)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }
      expect(under.storage.counts.read()).toEqual(under.recounted())
      expect(under.storage.cursors.read(sourceAddress, clientId)).toEqual({ epoch: `e${epoch}`, ...heads() })
    },
    close: () => under.close(),
  }
}

type World = ReturnType<typeof start>
type Action = { run(world: World): void; toString(): string }

const action = (name: string, run: (world: World) => void): Action => ({ run, toString: () => name })
const always = (weight: number, name: string, run: (world: World) => void) => ({
  weight,
  arbitrary: fc.constant(action(name, run)),
})

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom<StreamName>('own', 'all')
      .map((stream) => action(`publish ${stream}`, (world) => world.publish(stream))),
  },
  always(5, 'connect', (world) => world.connect()),
  {
    weight: 6,
    arbitrary: fc.nat(6).map((count) => action(`deliver ${count}`, (world) => world.deliver(count, -1))),
  },
  {
    weight: 3,
    arbitrary: fc.nat(2).map((at) => action(`deliver all but ${at}`, (world) => world.deliver(9, at))),
  },
  always(5, 'turn', (world) => world.turn()),
  always(2, 'drop', (world) => world.drop()),
  always(1, 'demo', (world) => world.demo()),
  always(1, 'crash', (world) => world.crash()),
  always(2, 'refuse', (world) => world.setRefusing(true)),
  always(3, 'allow', (world) => world.setRefusing(false)),
  always(1, 'begin anew', (world) => world.beginAnew()),
  {
    weight: 1,
    arbitrary: fc.nat(4).map((count) => action(`expire ${count}`, (world) => world.expire(count))),
  },
)

test('each notification ends in the history once, and each stream in order', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyAction, { minLength: 15, maxLength: 50, size: 'max' }), (actions) => {
      const world = start()
      try {
        for (const { run } of actions) run(world)
        world.settle()
        world.check()
      } finally {
        world.close()
      }
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  )
})
