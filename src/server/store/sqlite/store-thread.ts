/** The thread that owns the store's file, as the main thread sees it. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Outcome } from './calls.ts'
import type { CallRunner } from './open-sqlite-store.ts'
import { StoreError } from './store-error.ts'
import type { FromStoreWorker, StoreWorkerData, ToStoreWorker } from './store-messages.ts'

/** @throws StoreError when the file cannot be used */
export async function startStoreThread(
  options: StoreWorkerData & { readonly workerFile: URL | string },
): Promise<CallRunner> {
  const { workerFile, path, limits } = options
  const worker = new Worker(workerFile, {
    name: 'tocsin-store',
    workerData: { path, limits } satisfies StoreWorkerData,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  let pending: ((outcome: Outcome) => void) | null = null
  let death: string | null = null

  const settle = (outcome: Outcome): void => {
    const resolve = pending
    pending = null
    resolve?.(outcome)
  }
  worker.on('message', (message: FromStoreWorker) => {
    if (message.kind === 'outcome') settle(message.outcome)
  })
  worker.on('error', (error) => {
    death = error instanceof Error ? error.message : String(error)
  })
  worker.on('exit', () => {
    death ??= 'it ended by itself'
    settle({ ok: false, reason: `The store has failed: ${death}. Restart the server.` })
  })

  const [first]: [FromStoreWorker | number] = await Promise.race([
    once(worker, 'message') as Promise<[FromStoreWorker]>, // only our own worker speaks here
    once(worker, 'exit') as Promise<[number]>, // Node's documentation of the event
  ])
  if (typeof first === 'number') throw new StoreError(`The store could not be opened: ${death}.`)
  if (first.kind === 'refused') {
    await worker.terminate()
    throw new StoreError(first.reason)
  }

  return {
    run(calls) {
      if (death !== null) {
        return Promise.resolve({ ok: false, reason: `The store has failed: ${death}. Restart the server.` })
      }
      return new Promise((resolve) => {
        pending = resolve
        worker.postMessage({ kind: 'run', calls } satisfies ToStoreWorker)
      })
    },
    async close() {
      if (death !== null) return
      const ended = once(worker, 'exit')
      worker.postMessage({ kind: 'close' } satisfies ToStoreWorker)
      await ended
    },
  }
}
