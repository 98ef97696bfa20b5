/** The store in SQLite: in memory on this thread, or in a file on a thread of its own, which may wait for the disk. */
import type { Clock } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import type { Appended, Store, StoredMessage, StoreListener } from '../store.ts'
import type { AppendResult } from './append.ts'
import { createCallQueue } from './call-queue.ts'
import type { Call } from './calls.ts'
import { openCallRunner } from './open-call-runner.ts'
import type { StoreFacts } from './store-work.ts'
import { storedMessage, toAppended } from './stored-message.ts'
import type { StoreLimits } from './tidy.ts'

export type SqliteStoreOptions = {
  /** Null: in memory, gone with the process. */
  readonly file: { readonly path: string; readonly workerFile: URL | string } | null
  readonly limits: StoreLimits
  readonly clock: Clock
  /** Told when the thread fails, and what was done about it. */
  readonly log?: Log
}

/** How often what is past its time is looked for. */
const tidyEveryMs = 60_000

/** @throws StoreError with what to do, when the file cannot be used */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, limits, clock, log = () => {} } = options
  let listener: StoreListener | null = null
  let facts: StoreFacts = { clientCount: 0, isOverfull: false }
  let isTidying = false

  const runner = await openCallRunner({
    ...{ file, limits, clock, log, durability: 'full' },
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
      return toAppended(draft, await queue.call('append', draft))
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

const storedBy = (call: Call, result: unknown): StoredMessage | null =>
  call.name === 'append' ? storedMessage(call.args[0], result as AppendResult) : null // what `append` returned
