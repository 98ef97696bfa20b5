/** The store in SQLite: in memory on this thread, or in a file on a thread of its own, which may wait for the disk. */
import type { Clock } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import type { Appended, Store, StoredMessage, StoreListener } from '../store.ts'
import type { AppendResult } from './append.ts'
import { createCallQueue } from './call-queue.ts'
import { type Call, type Outcome, runCalls } from './calls.ts'
import { newEpoch } from './epoch.ts'
import { keepStoreThread } from './keep-store-thread.ts'
import { openStoreFile } from './schema.ts'
import { startStoreThread } from './store-thread.ts'
import { createStoreWork, type StoreFacts } from './store-work.ts'
import type { StoreLimits } from './tidy.ts'

export type SqliteStoreOptions = {
  /** Null: in memory, gone with the process. */
  readonly file: { readonly path: string; readonly workerFile: URL | string } | null
  readonly limits: StoreLimits
  readonly clock: Clock
  /** Told when the thread fails, and what was done about it. */
  readonly log?: Log
}

/** What runs the calls: the same work, here or on another thread. */
export type CallRunner = {
  run(calls: readonly Call[]): Promise<Outcome>
  close(): Promise<void>
}

/** How often what is past its time is looked for. */
const tidyEveryMs = 60_000

/** @throws StoreError with what to do, when the file cannot be used */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, limits, clock, log = () => {} } = options
  let listener: StoreListener | null = null
  let facts: StoreFacts = { clientCount: 0, isOverfull: false }
  let isTidying = false

  const runner =
    file === null
      ? runInMemory(limits)
      : await keepStoreThread({
          ...{ clock, log },
          start: () => startStoreThread({ ...file, limits }),
          onRestarted: () => listener?.onInterrupted(),
        })
  const queue = createCallQueue({
    run: runner.run,
    onDone(calls, results, newFacts) {
      facts = newFacts
      if (facts.isOverfull) void tidy()
      const stored: StoredMessage[] = []
      calls.forEach((call, index) => {
        const message = storedBy(call, results[index])
        if (message !== null) stored.push(message)
      })
      if (stored.length > 0) listener?.onStored(stored)
      calls.forEach((call, index) => {
        if (call.name === 'acknowledge' && results[index] === 'read') listener?.onAcknowledged(call.args[0])
      })
    },
  })
  try {
    await queue.call('facts')
  } catch (error) {
    await runner.close()
    throw error
  }

  const tidy = async (): Promise<void> => {
    if (isTidying) return
    isTidying = true
    try {
      while (await queue.call('tidy', clock.now())) {
        // A slice at a time, what else came in between.
      }
    } catch {
      // The disk's trouble: whoever writes next is told.
    } finally {
      isTidying = false
    }
  }
  const onDue = (): void => {
    timer = clock.setTimer(tidyEveryMs, onDue)
    void tidy()
  }
  let timer = clock.setTimer(tidyEveryMs, onDue)

  return {
    retentionMs: limits.retentionMs,
    get clientCount() {
      return facts.clientCount
    },
    listen(heard) {
      listener = heard
    },
    async append(draft): Promise<Appended> {
      const result = await queue.call('append', draft)
      if (result.kind !== 'stored') return result
      return { kind: 'stored', message: messageOf(draft, result) }
    },
    enter: (clientId, nowMs) => queue.call('enter', clientId, nowMs),
    acknowledge: (acknowledgement) => queue.call('acknowledge', acknowledgement),
    noteDelivered: (ranges) => queue.call('noteDelivered', ranges),
    read: (request) => queue.call('read', request),
    receipt: (request) => queue.call('receipt', request),
    figures: () => queue.call('figures'),
    async [Symbol.asyncDispose]() {
      timer[Symbol.dispose]()
      await queue.whenIdle()
      await runner.close()
    },
  }
}

function storedBy(call: Call, result: unknown): StoredMessage | null {
  if (call.name !== 'append') return null
  const appended = result as AppendResult // what `append` returned
  return appended.kind === 'stored' ? messageOf(call.args[0], appended) : null
}

function messageOf(
  { stream, id, frame, publishedAtMs }: Omit<StoredMessage, 'position' | 'sequence'>,
  { position, sequence }: { readonly position: number; readonly sequence: number },
): StoredMessage {
  return { stream, position, sequence, id, frame, publishedAtMs }
}

function runInMemory(limits: StoreLimits): CallRunner {
  const database = openStoreFile(null, newEpoch())
  const work = createStoreWork(database, limits)
  return {
    run: async (calls) => runCalls(database, work, calls),
    async close() {
      database.close()
    },
  }
}
