/**
 * The seam between what waited and what comes: whatever happens in whatever order, each connection gets each message that
 * it should once, in the order of publication, and one that resumes gets each exactly once over all of its connections.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { storeLimits } from '../limits.ts'
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { publish } from '../testing/http-client.ts'
import { connectListeningClient, type ListeningClient } from '../testing/listening-client.ts'
import { type Stalls, watchStalls } from '../testing/stalls.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const clientIds = ['alice', 'bob'] as const
type ClientId = (typeof clientIds)[number]

type Step =
  | {
      readonly kind: 'publish'
      readonly to: ClientId | null
      readonly isAwaited: boolean
      readonly size: number
    }
  | { readonly kind: 'connect'; readonly clientId: ClientId; readonly isResuming: boolean }
  | { readonly kind: 'drop'; readonly which: number }
  /** It reads nothing for a while: what is sent to it waits in the server's memory. */
  | { readonly kind: 'stall'; readonly which: number }
  | { readonly kind: 'drain'; readonly which: number }
  | { readonly kind: 'acknowledge'; readonly which: number; readonly message: number }
  | { readonly kind: 'turn' }
  | { readonly kind: 'restart' }

const client: fc.Arbitrary<ClientId> = fc.constantFrom(...clientIds)
const which = fc.nat()
const arbitraries: { readonly [Kind in Step['kind']]: fc.Arbitrary<Step> } = {
  publish: fc.record({
    kind: fc.constant('publish' as const),
    to: fc.oneof(client, fc.constant(null)),
    isAwaited: fc.boolean(),
    size: fc.constantFrom(1, 60_000),
  }),
  connect: fc.record({
    kind: fc.constant('connect' as const),
    clientId: client,
    isResuming: fc.boolean(),
  }),
  drop: fc.record({ kind: fc.constant('drop' as const), which }),
  stall: fc.record({ kind: fc.constant('stall' as const), which }),
  drain: fc.record({ kind: fc.constant('drain' as const), which }),
  acknowledge: fc.record({ kind: fc.constant('acknowledge' as const), which, message: fc.nat() }),
  turn: fc.constant({ kind: 'turn' as const }),
  restart: fc.constant({ kind: 'restart' as const }),
}

/** @param size `max`: many steps most of the time, where something has to add up */
const stepsOf = (
  weights: { readonly [Kind in Step['kind']]: number },
  size: fc.Size | 'max',
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      // Of a literal of the same keys.
      ...(Object.keys(arbitraries) as Step['kind'][]).map((kind) => ({
        weight: weights[kind],
        arbitrary: arbitraries[kind],
      })),
    ),
    { minLength: 5, maxLength: 50, size },
  )

/** So little that a few large messages are too much for one connection, or for a few together. */
const limits = { unsentBytes: 320 * 1024 }

const late = fc.integer({ min: 0, max: 5 })

/** One that outlives the server, as a file does, and answers and announces late, as one on another machine does. */
function lasting(store: Store, lateTurns: number, announcedLateTurns: number): Store {
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
  }
  let announced = Promise.resolve()
  return {
    ...store,
    async read(request) {
      const page = await store.read(request)
      await turns(lateTurns)
      return page
    },
    listen(listener) {
      store.listen({
        ...listener,
        onStored(messages) {
          announced = announced.then(() => turns(announcedLateTurns)).then(() => listener.onStored(messages))
        },
      })
    },
    async [Symbol.asyncDispose]() {},
  }
}

type Known = {
  readonly clientId: ClientId
  readonly isResuming: boolean
  readonly client: ListeningClient
  /** Acknowledged before it asked to connect: must not come, where it is a plain one. */
  readonly doneBefore: ReadonlySet<string>
  readonly start: { readonly own: number; readonly all: number }
}

class Run {
  readonly store: Store
  readonly stalls: Stalls
  server: TestServer
  readonly published: { readonly id: string; readonly to: ClientId | null }[] = []
  readonly connections: Known[] = []
  readonly acknowledged: Record<ClientId, Set<string>> = { alice: new Set(), bob: new Set() }
  readonly cursors = new Map<ClientId, string>()
  readonly under: Promise<unknown>[] = []
  mostUnsentBytes = 0

  constructor(store: Store, server: TestServer, stalls: Stalls) {
    this.store = store
    this.stalls = stalls
    this.server = server
  }

  async publish(to: ClientId | null, size = 1): Promise<void> {
    const path = to === null ? '/notify' : `/notify/${to}`
    const id = await publish(this.server.url, path, 'x'.repeat(size))
    this.published.push({ id, to })
  }

  async connect(clientId: ClientId, isResuming: boolean): Promise<void> {
    const doneBefore = new Set(this.acknowledged[clientId])
    // One that resumes is one program: its next connection comes after its last.
    const before = this.connections.findLast((each) => each.clientId === clientId && each.isResuming)
    if (isResuming && before) await before.client.drop()
    const resume = isResuming ? this.cursorAfter(clientId) : null
    const client = await connectListeningClient({ url: this.server.url, clientId, resume })
    const [, own, all] = /own=(\d+), all=(\d+)/.exec(client.answer ?? '') ?? []
    if (isResuming && !this.cursors.has(clientId)) this.cursors.set(clientId, client.answer ?? '')
    const start = { own: Number(own), all: Number(all) }
    this.connections.push({ clientId, isResuming, client, doneBefore, start })
  }

  /** As the client keeps it: moved by what it has got, one by one. */
  cursorAfter(clientId: ClientId): string {
    const first = this.cursors.get(clientId)
    if (first === undefined) return 'new'
    const [, epoch, own, all] = /epoch=(\w+), own=(\d+), all=(\d+)/.exec(first) ?? []
    const cursor = { own: Number(own), all: Number(all) }
    for (const { place } of this.resumed(clientId)) {
      if (place !== null) cursor[place.stream] = place.sequence
    }
    return `epoch=${epoch}, own=${cursor.own}, all=${cursor.all}`
  }

  resumed(clientId: ClientId) {
    return this.connections
      .filter((each) => each.clientId === clientId && each.isResuming)
      .flatMap((each) => each.client.received)
  }

  async acknowledge(which: number, message: number): Promise<void> {
    const open = this.connections.filter(({ client, isResuming }) => client.isOpen && !isResuming)
    const from = open[which % Math.max(1, open.length)]
    const id = from?.client.received[message % Math.max(1, from.client.received.length)]?.id
    if (from === undefined || id === undefined) return
    from.client.acknowledge(id)
    while ((await this.store.receipt({ id, clientId: from.clientId }))?.acknowledgedCount === 0) {
      await new Promise(setImmediate)
    }
    this.acknowledged[from.clientId].add(id)
  }

  async restart(): Promise<void> {
    await Promise.allSettled(this.under.splice(0))
    this.stalls.drainAll()
    await this.server.server.close()
    await Promise.all(this.connections.map(({ client }) => client.drop()))
    // Ids begin anew with each server: in real life never within the same millisecond.
    this.server.clock.advance(1)
    this.server = await startTestServer({ demo: false, store: this.store, clock: this.server.clock, limits })
  }

  async take(step: Step): Promise<void> {
    await this.act(step)
    this.mostUnsentBytes = Math.max(this.mostUnsentBytes, this.server.server.unsentBytes)
  }

  async act(step: Step): Promise<void> {
    switch (step.kind) {
      case 'publish': {
        const publishing = this.publish(step.to, step.size)
        this.under.push(publishing)
        if (step.isAwaited) await publishing
        return
      }
      case 'connect':
        return this.connect(step.clientId, step.isResuming)
      case 'drop':
        return this.connections[step.which % Math.max(1, this.connections.length)]?.client.drop()
      case 'stall':
      case 'drain': {
        const open = this.connections.filter(({ client }) => client.isOpen)
        const port = open[step.which % Math.max(1, open.length)]?.client.port
        return port === undefined ? undefined : this.stalls[step.kind](port)
      }
      case 'acknowledge':
        return this.acknowledge(step.which, step.message)
      case 'turn':
        return new Promise(setImmediate)
      case 'restart':
        return this.restart()
    }
  }

  /** Everyone who is connected has all that there is, once it has the last one. */
  async settle(): Promise<void> {
    await Promise.all(this.under)
    this.stalls.drainAll()
    for (const clientId of clientIds) await this.connect(clientId, true)
    await this.publish(null)
    const last = this.published.at(-1)?.id ?? ''
    const open = this.connections.filter(({ client }) => client.isOpen)
    await Promise.all(open.map(({ client }) => client.receives(last)))
  }

  check(): void {
    // A page may be larger than it is counted as, and what made the total too large has been written.
    expect(this.mostUnsentBytes).toBeLessThan(limits.unsentBytes + 256 * 1024)
    this.published.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const connection of this.connections) this.checkConnection(connection)
    for (const clientId of clientIds) {
      for (const stream of ['own', 'all'] as const) {
        const places = this.resumed(clientId).map(({ place }) => place)
        const sequences = places.filter((place) => place?.stream === stream).map((place) => place?.sequence)
        const first = this.connections.find((each) => each.clientId === clientId && each.isResuming)
        const start = first?.start[stream] ?? 0
        expect(sequences).toEqual(sequences.map((_, index) => start + 1 + index))
      }
    }
  }

  checkConnection({ clientId, isResuming, client, doneBefore }: Known): void {
    const ids = client.received.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    if (isResuming) return
    const mine = this.published.filter(({ to }) => to === null || to === clientId).map(({ id }) => id)
    expect(ids.filter((id) => !mine.includes(id) || doneBefore.has(id))).toEqual([])
    if (!client.isOpen) return
    const missing = mine.filter((id) => !ids.includes(id) && !this.acknowledged[clientId].has(id))
    expect(missing).toEqual([])
  }
}

const eventful = { publish: 8, connect: 4, drop: 2, stall: 1, drain: 1, acknowledge: 3, turn: 2, restart: 1 }
const stalling = { publish: 9, connect: 2, drop: 1, stall: 3, drain: 2, acknowledge: 1, turn: 2, restart: 0 }

test.each([
  { name: 'whatever happens when', weights: eventful, size: 'small', numRuns: 60, stalledRuns: 0 },
  { name: 'whoever reads when', weights: stalling, size: 'max', numRuns: 30, stalledRuns: 3 },
] as const)(
  'each message once for each connection, in order, $name',
  {
    timeout: 120_000,
  },
  async ({ weights, size, numRuns, stalledRuns }) => {
    let behind = 0
    await fc.assert(
      fc.asyncProperty(stepsOf(weights, size), late, late, async (all, lateTurns, announcedLateTurns) => {
        const clock = createManualClock()
        await using memory = await openSqliteStore({ file: null, limits: storeLimits, clock })
        const store = lasting(memory, lateTurns, announcedLateTurns)
        using stalls = watchStalls()
        const run = new Run(store, await startTestServer({ demo: false, store, clock, limits }), stalls)
        // Known from the start, so that everyone's are theirs.
        for (const clientId of clientIds) await run.connect(clientId, false)
        for (const step of all) await run.take(step)
        await run.settle()
        run.check()
        if (run.mostUnsentBytes > limits.unsentBytes / 2) behind += 1
        for (const { client } of run.connections) await client.drop()
        await run.server.server.close()
      }),
      { numRuns },
    )
    expect(behind).toBeGreaterThanOrEqual(stalledRuns)
  },
)
