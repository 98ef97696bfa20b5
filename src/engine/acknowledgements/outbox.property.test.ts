/**
 * Read marker, outbox and sender against a model of what user and server know: no mark and no acknowledgement is lost,
 * and no server is flooded.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedStates, sources } from './outbox-model.ts'
import { type OutboxUnderTest, startOutbox } from './outbox-under-test.ts'
import { secondChance, senderLimits } from './sender.ts'

type Action = { run(bench: OutboxUnderTest): void; toString(): string }

const wireId = fc.constantFrom('a', 'b', 'c', '\uD800', 'nul\u0000')
const source = fc.constantFrom(...sources)
const action = (name: string, run: (bench: OutboxUnderTest) => void): Action => ({
  run,
  toString: () => name,
})
const several = (count: number, idOf: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => idOf(index))

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(source, fc.option(wireId, { freq: 8 }))
      .map(([at, id]) => action(`arrive ${at} ${id}`, (bench) => bench.arrive([id], at))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(source, fc.nat(200)).map(([at, count]) =>
      action(`arrive ${at} ${count} others`, (bench) =>
        bench.arrive(
          several(count, (n) => `other_${n % 90}`),
          at,
        ),
      ),
    ),
  },
  // More than is marked at once: what lies below is left to slices.
  always('arrive 1,100 others', 1, (bench) =>
    bench.arrive(
      several(1_100, (n) => `many_${n}`),
      'a',
    ),
  ),
  { weight: 3, arbitrary: fc.nat().map((index) => action(`mark ${index}`, (bench) => bench.mark(index))) },
  { weight: 3, arbitrary: fc.nat(9).map((index) => action(`mark ${index}`, (bench) => bench.mark(index))) },
  {
    weight: 3,
    arbitrary: fc.nat().map((index) => action(`mark ${index} unread`, (bench) => bench.markUnread(index))),
  },
  always('mark all', 1, (bench) => bench.markAll()),
  always('slice', 3, (bench) => void bench.slice()),
  always('slices', 1, (bench) => bench.slices()),
  { weight: 2, arbitrary: source.map((at) => action(`connect ${at}`, (bench) => bench.connect(at))) },
  always('jam', 1, (bench) => bench.jam()),
  always('lose', 1, (bench) => bench.lose()),
  always('restart', 1, (bench) => bench.restart()),
  { weight: 2, arbitrary: wireId.map((id) => action(`confirm ${id}`, (bench) => bench.confirm(id))) },
  { weight: 1, arbitrary: wireId.map((id) => action(`not found ${id}`, (bench) => bench.notFound(id))) },
  {
    weight: 2,
    arbitrary: fc.nat(12).map((count) =>
      action(`confirm the last ${count} heard`, (bench) => {
        for (const id of bench.wire().slice(-count)) bench.confirm(id)
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(12).map((count) =>
      action(`not found the last ${count} heard`, (bench) => {
        for (const id of bench.wire().slice(-count)) bench.notFound(id)
      }),
    ),
  },
  always('pass three times 10 s', 1, (bench) => {
    for (let tries = 0; tries < senderLimits.tries; tries++) bench.pass(senderLimits.answerWithinMs)
  }),
  {
    weight: 2,
    arbitrary: fc.nat(12_000).map((ms) => action(`pass ${ms} ms`, (bench) => bench.pass(ms))),
  },
)

function always(name: string, weight: number, run: (bench: OutboxUnderTest) => void) {
  return { weight, arbitrary: fc.constant(action(name, run)) }
}

/** By themselves the arrays of fast-check are short. */
const anyActions = fc.array(anyAction, { maxLength: 40, size: 'max' })

function play(actions: readonly Action[]): OutboxUnderTest {
  const bench = startOutbox()
  try {
    for (const { run } of actions) {
      run(bench)
      bench.check(200)
    }
    bench.check()
    return bench
  } catch (fault) {
    bench[Symbol.dispose]()
    throw fault
  }
}

const timeout = 60_000
/** In milliseconds: a run blocks the process, and looking for the smallest failure could go on for minutes. */
const bounded = { interruptAfterTimeLimit: 15_000 } as const

describe('acknowledgements', () => {
  it('and read marks stand as user and server had it, after whatever happened, and at most 50 are in flight', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        using bench = play(actions)
        bench.slices()
        bench.check()
      }),
      { ...bounded, numRuns: 40 },
    )
  })

  it('are all confirmed, whatever was before, by a server that answers each, over connections enough', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(anyActions, (actions) => {
        using bench = play(actions)
        bench.markAll()
        bench.slices()
        // One of the two servers is silent at first: there some are given up, and have their second chance.
        bench.connect(sources[0])
        for (let tries = 0; tries < senderLimits.tries; tries++) bench.pass(senderLimits.answerWithinMs)
        for (const at of sources) {
          // What was given up has its second chance some hundreds at a time.
          const connections = 1 + Math.ceil(bench.model.rows.length / secondChance.perConnection)
          for (let round = 0; round <= connections; round++) {
            bench.connect(at)
            bench.confirmAll()
          }
          expect(bench.underWay(at)).toBe(0)
        }
        bench.check()
        const open = bench.model.rows.filter(
          (row) => !allowedStates(row).some((state) => state === 'confirmed' || state === 'local'),
        )
        expect(open).toEqual([])
      }),
      { ...bounded, numRuns: 20 },
    )
  })

  it('are asked for three times at most on one connection, and end unconfirmed where no answer comes', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(anyActions, source, (actions, at) => {
        using bench = play(actions)
        bench.markAll()
        bench.slices()
        bench.connect(at)
        const outstanding = bench.underWay(at)
        const rounds = Math.ceil(outstanding / senderLimits.inFlight) + 1
        for (let round = 0; round < senderLimits.tries * rounds; round++) {
          bench.pass(senderLimits.answerWithinMs)
        }
        bench.check()
        expect(bench.underWay(at)).toBe(0)
        // Beside these, each of those given up before has one more try.
        const most = senderLimits.tries * outstanding + secondChance.perConnection
        expect(bench.wire().length).toBeLessThanOrEqual(most)
      }),
      { ...bounded, numRuns: 20 },
    )
  })
})
