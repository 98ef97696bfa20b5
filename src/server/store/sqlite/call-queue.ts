/**
 * Gathers calls into batches, one batch under way at a time: what comes while the disk is busy shares the next commit,
 * so that many publishers share one fsync.
 */
import type { Call, CallName, Outcome } from './calls.ts'
import { StoreError } from './store-error.ts'
import type { StoreFacts, StoreWork } from './store-work.ts'

export type CallQueue = {
  call<Name extends CallName>(
    name: Name,
    ...args: Parameters<StoreWork[Name]>
  ): Promise<ReturnType<StoreWork[Name]>>
  /** Resolves when nothing is waiting or under way. */
  whenIdle(): Promise<void>
}

type Waiting = {
  readonly call: Call
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** More would make others wait for long. */
const maxBatch = 512
const maxTurns = 8

/** @param onDone told of each batch that succeeded, before its calls resolve */
export function createCallQueue(deps: {
  run(calls: readonly Call[]): Promise<Outcome>
  onDone(calls: readonly Call[], results: readonly unknown[], facts: StoreFacts): void
}): CallQueue {
  const waiting: Waiting[] = []
  let isBusy = false
  const idle: (() => void)[] = []

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxBatch)
      const calls = batch.map(({ call }) => call)
      const outcome = await deps.run(calls)
      if (outcome.ok) {
        deps.onDone(calls, outcome.results, outcome.facts)
        for (const [index, { resolve }] of batch.entries()) resolve(outcome.results[index])
      } else {
        const error = new StoreError(outcome.reason)
        for (const { reject } of batch) reject(error)
      }
      await moreComes(batch.length)
    }
    isBusy = false
    for (const resolve of idle.splice(0)) resolve()
  }

  /**
   * Whoever was answered may have more to say at once, and one commit of many costs far less than many of a few: those that
   * come within some turns of the event loop go along. A loop with nothing to do takes microseconds for them.
   */
  async function moreComes(enough: number): Promise<void> {
    for (let turn = 0; turn < maxTurns && waiting.length > 0 && waiting.length < enough; turn++) {
      await new Promise(setImmediate)
    }
  }

  return {
    call(name, ...args) {
      return new Promise((resolve, reject) => {
        // `name` and `args` belong together by this function's type; the result is that of the same name.
        const call = { name, args } as unknown as Call
        waiting.push({ call, resolve: resolve as (result: unknown) => void, reject })
        if (isBusy) return
        isBusy = true
        // At the end of the turn: what else comes in it goes along.
        setImmediate(() => void work())
      })
    },
    whenIdle: () => new Promise((resolve) => (isBusy ? void idle.push(resolve) : resolve())),
  }
}
