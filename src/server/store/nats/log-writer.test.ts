/** What is written to the log, and what its writer is told: with a log that refuses, is slow, or loses its answers. */
import { expect, test } from 'vitest'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { type LogOperation, readEntry } from '../log-entry.ts'
import type { CallQueue } from '../sqlite/call-queue.ts'
import { createApplier } from './applier.ts'
import { createLogWriter } from './log-writer.ts'

function setUp(maxBytes = 1_000_000) {
  const clock = createManualClock()
  /** What the log has, as JetStream keeps it: an id that it has is not taken again. */
  const log = new Map<string, readonly LogOperation[]>()
  const state = { problem: null as string | null, answers: true, isFinal: false, publishes: 0 }
  // Each operation's result is its client's id: enough to tell whose it is.
  const call = async (_name: string, entries: readonly { operations: readonly LogOperation[] }[]) =>
    entries.map(({ operations }) =>
      operations.map((operation) => ('clientId' in operation ? operation.clientId : null)),
    )
  const queue = { call } as unknown as Pick<CallQueue, 'call'> // the one call that an applier makes
  const applier = createApplier({ queue, listener: () => null, log: () => {} })
  const writer = createLogWriter({
    ...{ applier, clock, writerId: 'w' },
    sink: {
      maxBytes,
      problem: () => state.problem,
      isFinal: () => state.isFinal,
      async publish(id, bytes) {
        state.publishes += 1
        const entry = readEntry(bytes)
        if (entry.kind !== 'operations') throw new Error(entry.kind)
        if (!log.has(id)) {
          log.set(id, entry.operations)
          if (state.answers) await applier.apply([{ sequence: log.size, id, bytes }])
        }
        if (!state.answers) throw new Error('timeout')
      },
    },
  })
  const enter = (clientId: string) => writer.write({ kind: 'enter', clientId, atMs: 0 })
  const turn = () => new Promise((resolve) => void setImmediate(resolve))
  return { clock, log, state, writer, enter, turn, applier }
}

test('what comes in one turn is one entry, in order, and each is given its own result', async () => {
  const { log, enter } = setUp()
  expect(await Promise.all(['a', 'b', 'c'].map(enter))).toEqual(['a', 'b', 'c'])
  expect([...log.values()].map((operations) => operations.length)).toEqual([3])
})

test('an entry is bounded in number and bytes', async () => {
  const many = setUp()
  await Promise.all(Array.from({ length: 1_100 }, (_, i) => many.enter(`${i}`)))
  expect([...many.log.values()].map((operations) => operations.length)).toEqual([512, 512, 76])
  const large = setUp(1_000)
  expect(await Promise.all(['a', 'b', 'c'].map((letter) => large.enter(letter.repeat(500))))).toHaveLength(3)
  expect(large.log.size).toBe(3)
  await expect(large.enter('d'.repeat(1_000))).rejects.toThrow(/raise max_payload/)
})

test('one whose answer was lost is written again under its id, and is there once', async () => {
  const { clock, log, state, enter, turn, applier } = setUp()
  state.answers = false
  const entered = enter('a')
  for (let i = 0; i < 3; i++) {
    await turn()
    clock.advance(250)
  }
  state.answers = true
  await turn()
  clock.advance(250)
  await turn()
  expect(state.publishes).toBeGreaterThan(2)
  expect([...log.keys()]).toEqual(['w-1'])
  const bytes = new TextEncoder().encode(
    '{"version":1,"operations":[{"kind":"enter","clientId":"a","atMs":0}]}',
  )
  await applier.apply([{ sequence: 1, id: 'w-1', bytes }])
  expect(await entered).toBe('a')
})

test('a log that does not take it is given up after ten seconds, one that refuses at once; the next is tried anew', async () => {
  const { clock, state, enter, turn, writer } = setUp()
  state.answers = false
  const refused = expect(enter('a')).rejects.toThrow('The shared log has not taken it: timeout')
  for (let i = 0; i < 60; i++) {
    await turn()
    clock.advance(250)
  }
  await refused
  state.isFinal = true
  const before = state.publishes
  await expect(enter('b')).rejects.toThrow('timeout')
  expect(state.publishes).toBe(before + 1)
  state.answers = true
  expect(await enter('c')).toBe('c')
  await writer.whenIdle()
  expect(clock.timerCount).toBe(0)
})

test('without a connection nothing waits', async () => {
  const { state, enter, writer } = setUp()
  state.problem = 'NATS is away'
  await expect(enter('a')).rejects.toThrow('NATS is away')
  await writer.whenIdle()
})
