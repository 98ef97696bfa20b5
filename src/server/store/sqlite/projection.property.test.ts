/**
 * Whatever the log says: streams are numbered alike by who applied it at once, by who applied it in other batches, removing
 * by its own clock, and by who began from a checkpoint.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storeLimits } from '../../limits.ts'
import type { LogOperation, LogResult } from '../log-entry.ts'
import type { AppendResult } from './append.ts'
import type { NumberedEntry } from './projection.ts'
import { openStoreFile } from './schema.ts'
import { createStoreWork, type StoreWork } from './store-work.ts'

const retentionMs = 100_000
const limits = { ...storeLimits, retentionMs, messagesPerStream: 3 }
const clients = ['alice', 'bob', 'carol'] as const

type Step = { readonly operation: Draw; readonly afterMs: number }
type Draw =
  | {
      readonly kind: 'append'
      readonly to: string | null
      readonly key: string | null
      readonly hash: string
    }
  | { readonly kind: 'enter' | 'acknowledge' | 'forget'; readonly clientId: string }

const aClient = fc.constantFrom(...clients)
const draw: fc.Arbitrary<Draw> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      to: fc.option(aClient),
      key: fc.option(fc.constantFrom('k1', 'k2')),
      hash: fc.constantFrom('h1', 'h2'),
    }),
  },
  fc.record({ kind: fc.constantFrom('enter', 'acknowledge', 'forget'), clientId: aClient }),
)
const steps = fc.array(fc.record({ operation: draw, afterMs: fc.integer({ min: 0, max: 60_000 }) }), {
  maxLength: 60,
})

function open(): StoreWork {
  const work = createStoreWork(openStoreFile(null, 'e'), limits)
  work.begin('L', 'e')
  return work
}

/** What a node would write, given what is known to it: `forget` names a client as it is. */
function toOperation(
  { operation, afterMs }: Step,
  index: number,
  now: number,
  work: StoreWork,
): LogOperation {
  const atMs = now + afterMs
  switch (operation.kind) {
    case 'append': {
      const { to, key, hash } = operation
      const idempotency = key === null ? null : { key, hash }
      const draft = { stream: to, id: `m${index}`, frame: '{}', publishedAtMs: atMs, idempotency }
      return { kind: 'append', draft }
    }
    case 'acknowledge':
      return { kind: 'acknowledge', clientId: operation.clientId, id: `m${index - 2}`, atMs }
    case 'enter':
      return { kind: 'enter', clientId: operation.clientId, atMs }
    case 'forget':
      return { kind: 'forget', clients: [...work.forgettable(atMs)] }
    default:
      return operation satisfies never
  }
}

function logOf(drawn: readonly Step[]): readonly NumberedEntry[] {
  const work = open()
  let now = 1_000_000
  return drawn.map((step, index) => {
    const entry = { sequence: index + 1, mark: `${index}`, operations: [toOperation(step, index, now, work)] }
    now += step.afterMs
    work.apply([entry])
    work.expire(now)
    return entry
  })
}

/** What must be alike: results without positions, which are each node's own. */
const numbersOf = (
  entries: readonly NumberedEntry[],
  results: readonly (readonly LogResult[])[],
): unknown[] =>
  entries.flatMap(({ operations }, index) =>
    operations.map((operation, at) => {
      const result = results[index]?.[at]
      if (operation.kind === 'append') {
        const appended = result as AppendResult // that of an `append`
        return appended.kind === 'stored' ? appended.sequence : appended
      }
      return operation.kind === 'enter' ? result : null
    }),
  )

const streamsOf = (work: StoreWork) => {
  const { streams, ...rest } = work.checkpoint()
  // What is settled depends on what is still kept.
  return { ...rest, streams: streams.map(({ settledOwn: _own, settledAll: _all, ...stream }) => stream) }
}

const withoutSettled = (numbers: unknown[]): unknown[] =>
  numbers.map((number) =>
    typeof number === 'object' && number !== null ? { ...number, settled: undefined } : number,
  )

test('streams, clients and keys follow from the log alone', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat(60)), (drawn, expiries) => {
      const log = logOf(drawn)
      const whole = open()
      const numbers = numbersOf(log, whole.apply(log))

      const other = open()
      const others = log.flatMap((entry, index) => {
        // Its clock is late, or far ahead of what the log's entries say.
        if (expiries.includes(index)) other.expire(index % 2 === 0 ? 0 : 1_000_000 + index * 60_000)
        return numbersOf([entry], other.apply([entry]))
      })
      expect(withoutSettled(others)).toEqual(withoutSettled(numbers))
      expect(streamsOf(other)).toEqual(streamsOf(whole))
    }),
    { numRuns: 150 },
  )
})

test('who begins from a checkpoint numbers as the others do', () => {
  fc.assert(
    fc.property(steps, fc.nat(60), (drawn, cut) => {
      const log = logOf(drawn.map((step) => withoutKey(step)))
      const before = log.slice(0, cut)
      const after = log.slice(cut)
      const first = open()
      first.apply(before)
      const late = open()
      // Through JSON, as it travels.
      late.restore(JSON.parse(JSON.stringify(first.checkpoint())))
      const numbers = numbersOf(after, first.apply(after))
      expect(withoutSettled(numbersOf(after, late.apply(after)))).toEqual(withoutSettled(numbers))
      expect(streamsOf(late)).toEqual(streamsOf(first))
    }),
    { numRuns: 150 },
  )
})

/** Keys are no part of a checkpoint: one that is used is from longer ago than a key is good for. */
const withoutKey = ({ operation, afterMs }: Step): Step => ({
  operation: operation.kind === 'append' ? { ...operation, key: null } : operation,
  afterMs,
})

test('a client is not forgotten that has got something, or was seen, since that was proposed', () => {
  const work = open()
  const draft = { stream: 'alice', id: 'a', frame: '{}', publishedAtMs: 1_000_000, idempotency: null }
  const entry = (sequence: number, ...operations: LogOperation[]): NumberedEntry => ({
    ...{ sequence, mark: '', operations },
  })
  work.apply([entry(1, { kind: 'append', draft })])
  const later = 1_000_000 + 2 * retentionMs
  work.expire(later)
  const clientsThen = [...work.forgettable(later)]
  expect(clientsThen).toEqual([{ clientId: 'alice', seenAtMs: 1_000_000, head: 1 }])
  work.apply([entry(2, { kind: 'append', draft: { ...draft, id: 'b', publishedAtMs: later } })])
  work.apply([entry(3, { kind: 'forget', clients: clientsThen })])
  const page = work.read({ clientId: 'alice', after: { own: 0, all: 0 }, nowMs: later })
  expect(page.messages.map(({ id, sequence }) => [id, sequence])).toEqual([['b', 2]])
  work.apply([entry(4, { kind: 'enter', clientId: 'alice', atMs: later + 5 * 60 * 60 * 1000 })])
  work.apply([entry(5, { kind: 'forget', clients: [{ clientId: 'alice', seenAtMs: 1_000_000, head: 2 }] })])
  expect(work.standing('alice', later)).not.toBeNull()
})
