/** The store's thread: owns the file, and waits for the disk so that the main thread need not. */
import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../../message-of.ts'
import { runCalls } from './calls.ts'
import { newEpoch } from './epoch.ts'
import { openStoreFile } from './schema.ts'
import { StoreError } from './store-error.ts'
import type { FromStoreWorker, StoreWorkerData, ToStoreWorker } from './store-messages.ts'
import { createStoreWork } from './store-work.ts'

const port = parentPort
if (port === null) throw new Error('This file is the store’s thread: it is not started by itself.')
const { path, limits, durability } = workerData as StoreWorkerData // what startStoreThread gave
const say = (message: FromStoreWorker): void => port.postMessage(message)

try {
  const database = openStoreFile(path, newEpoch(), durability)
  const work = createStoreWork(database, limits)
  port.on('message', (message: ToStoreWorker) => {
    if (message.kind === 'run')
      return say({ kind: 'outcome', outcome: runCalls(database, work, message.calls) })
    database.close()
    port.close()
  })
  say({ kind: 'ready' })
} catch (error) {
  const problem = error instanceof StoreError ? error.problem : 'other'
  say({ kind: 'refused', problem, reason: messageOf(error) })
}
