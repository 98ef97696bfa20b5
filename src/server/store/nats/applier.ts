/**
 * Applies the log's entries to this node's store, in order, announces what they did, and gives each entry that this node
 * wrote its results.
 */
import type { Log } from '../../log/server-events.ts'
import { type LogOperation, type LogResult, readEntry } from '../log-entry.ts'
import type { AppendResult } from '../sqlite/append.ts'
import type { CallQueue } from '../sqlite/call-queue.ts'
import type { NumberedEntry } from '../sqlite/projection.ts'
import { StoreError } from '../sqlite/store-error.ts'
import { storedMessage } from '../sqlite/stored-message.ts'
import type { StoredMessage, StoreListener } from '../store.ts'

/** An entry as it comes out of the log; its id is its writer's. */
export type RawEntry = { readonly sequence: number; readonly id: string; readonly bytes: Uint8Array }

export type Expected = Disposable & {
  readonly results: Promise<readonly LogResult[]>
  readonly isApplied: boolean
}

export type Applier = {
  /** The last entry that was applied. */
  readonly sequence: number
  /** The next entries come from after this one. @param announces false: the store was made anew, and who is connected begins anew */
  resume(sequence: number, announces: boolean): void
  announceFromNow(): void
  /** Rejects when the store refuses, or the log is of a newer Tocsin: nothing of these was applied then. */
  apply(entries: readonly RawEntry[]): Promise<void>
  /** To be asked for before the entry is written. Rejects when disposed. */
  expect(id: string): Expected
  whenApplied(sequence: number): Promise<void>
  /** No more comes for now: who waits is refused. */
  interrupt(): void
}

export function createApplier(deps: {
  readonly queue: Pick<CallQueue, 'call'>
  readonly listener: () => StoreListener | null
  readonly log: Log
}): Applier {
  const { queue, log } = deps
  const expected = new Map<string, PromiseWithResolvers<readonly LogResult[]>>()
  let waiting: { readonly sequence: number; readonly done: PromiseWithResolvers<void> }[] = []
  let applied = 0
  let announces = false

  function read({ sequence, id, bytes }: RawEntry): NumberedEntry {
    const entry = readEntry(bytes)
    switch (entry.kind) {
      case 'operations':
        return { sequence, mark: id, operations: entry.operations }
      case 'newer':
        throw new StoreError(
          `The shared log has entries of a newer Tocsin (format ${entry.version}): update this node`,
          'newer',
        )
      case 'foreign':
        log({ event: 'log-foreign-entry', sequence })
        return { sequence, mark: id, operations: [] }
      default:
        return entry satisfies never
    }
  }

  function announce(operations: readonly LogOperation[], results: readonly LogResult[]): void {
    const listener = deps.listener()
    if (!announces || listener === null) return
    const stored: StoredMessage[] = []
    operations.forEach((operation, index) => {
      if (operation.kind !== 'append') return
      const message = storedMessage(operation.draft, results[index] as AppendResult) // that of an `append`
      if (message !== null) stored.push(message)
    })
    if (stored.length > 0) listener.onStored(stored)
    operations.forEach((operation, index) => {
      if (operation.kind === 'acknowledge' && results[index] === 'read') listener.onAcknowledged(operation)
    })
    if (operations.some(({ kind }) => kind === 'renew')) listener.onRenewed?.()
  }

  return {
    get sequence() {
      return applied
    },
    resume(sequence, announcing) {
      applied = sequence
      announces = announcing
      // What was there before may mean something else now, and a renewal that is applied next is announced to nobody.
      if (!announcing) deps.listener()?.onRenewed?.()
    },
    announceFromNow() {
      announces = true
      deps.listener()?.onInterrupted()
    },
    async apply(raw) {
      const entries = raw.map(read)
      const results = await queue.call('apply', entries)
      const operations = entries.flatMap((entry) => entry.operations)
      announce(operations, results.flat())
      for (const [index, { id }] of raw.entries()) {
        expected.get(id)?.resolve(results[index] ?? [])
        expected.delete(id)
      }
      applied = raw.at(-1)?.sequence ?? applied
      const due = waiting.filter(({ sequence }) => sequence <= applied)
      waiting = waiting.filter(({ sequence }) => sequence > applied)
      for (const { done } of due) done.resolve()
    },
    expect(id) {
      const pending = Promise.withResolvers<readonly LogResult[]>()
      // Whoever gave up does not look any more.
      pending.promise.catch(() => {})
      expected.set(id, pending)
      return {
        results: pending.promise,
        get isApplied() {
          return !expected.has(id)
        },
        [Symbol.dispose]() {
          expected.delete(id)
          pending.reject(
            new StoreError('It may have been stored, and this node has not heard of it: try again.'),
          )
        },
      }
    },
    whenApplied(sequence) {
      if (sequence <= applied) return Promise.resolve()
      const done = Promise.withResolvers<void>()
      waiting.push({ sequence, done })
      return done.promise
    },
    interrupt() {
      for (const { done } of waiting)
        done.reject(new StoreError('The shared log cannot be followed just now.'))
      waiting = []
    },
  }
}
