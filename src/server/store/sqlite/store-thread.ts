/** The thread that owns the store's file, as the main thread sees it, until it ends. Not: what is done then. */
import { Worker } from 'node:worker_threads'
import type { Outcome } from './calls.ts'
import type { CallRunner } from './open-call-runner.ts'
import { StoreError } from './store-error.ts'
import type { FromStoreWorker, StoreWorkerData, ToStoreWorker } from './store-messages.ts'

export type StoreThread = CallRunner & {
  /** Resolves, with the reason, when it has ended: by itself, or closed. */
  readonly ended: Promise<string>
}

/** @throws StoreError when the file cannot be used */
export async function startStoreThread(
  options: StoreWorkerData & { readonly workerFile: URL | string },
): Promise<StoreThread> {
  const { workerFile, path, limits, durability } = options
  const worker = new Worker(workerFile, {
    name: 'tocsin-store',
    workerData: { path, limits, durability } satisfies StoreWorkerData,
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
  let fault = 'it ended by itself'
  worker.on('error', (error) => {
    fault = error instanceof Error ? error.message : String(error)
  })
  const ended = new Promise<string>((resolve) => {
    worker.on('exit', () => {
      death = `The store has failed: ${fault}.`
      settle({ ok: false, reason: death })
      resolve(fault)
    })
  })

  const first = new Promise<FromStoreWorker>((resolve) => worker.once('message', resolve))
  const answer = await Promise.race([first, ended])
  if (typeof answer === 'string') throw new StoreError(`The store could not be opened: ${answer}.`)
  if (answer.kind === 'refused') {
    await worker.terminate()
    throw new StoreError(answer.reason, answer.problem)
  }

  return {
    ended,
    run(calls) {
      if (death !== null) return Promise.resolve({ ok: false, reason: death })
      return new Promise((resolve) => {
        pending = resolve
        worker.postMessage({ kind: 'run', calls } satisfies ToStoreWorker)
      })
    },
    async close() {
      worker.postMessage({ kind: 'close' } satisfies ToStoreWorker)
      await ended
    },
  }
}
