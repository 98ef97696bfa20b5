/** What runs a store's calls: the same work in memory on this thread, or on a file that has a thread of its own. */
import type { Clock } from '../../../clock/clock.ts'
import type { Log } from '../../log/server-events.ts'
import { type Call, type Outcome, runCalls } from './calls.ts'
import { newEpoch } from './epoch.ts'
import { keepStoreThread } from './keep-store-thread.ts'
import { type Durability, openStoreFile } from './schema.ts'
import { startStoreThread } from './store-thread.ts'
import { createStoreWork } from './store-work.ts'
import type { StoreLimits } from './tidy.ts'

export type CallRunner = {
  run(calls: readonly Call[]): Promise<Outcome>
  close(): Promise<void>
}

/** Null: in memory, gone with the process. */
export type StoreFile = { readonly path: string; readonly workerFile: URL | string } | null

/** @throws StoreError with what to do, when the file cannot be used */
export function openCallRunner(options: {
  readonly file: StoreFile
  readonly limits: StoreLimits
  readonly clock: Clock
  readonly durability: Durability
  /** The thread died and another took over: the last one may have stored what it told nobody. */
  readonly onRestarted: () => void
  readonly log: Log
}): Promise<CallRunner> {
  const { file, limits, clock, durability, onRestarted, log } = options
  if (file === null) return Promise.resolve(runInMemory(limits))
  return keepStoreThread({
    ...{ clock, log, onRestarted },
    start: () => startStoreThread({ ...file, limits, durability }),
  })
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
