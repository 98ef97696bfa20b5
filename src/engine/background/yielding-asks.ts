/**
 * Asks that can wait, one at a time: whoever types never waits for them. While a search is under way none begins; one that
 * runs then is cancelled, and asked again from its beginning once the search is done.
 */
import type { Asked } from './pending-asks.ts'

export type YieldingAsks = {
  /**
   * @param ask asks the thread; called again after each search that came in between
   * @param place the last to come first, or after all that wait already
   * @returns null when it was cancelled otherwise
   */
  run<Output>(ask: () => Asked<Output>, place: 'first' | 'last'): Promise<Output | null>
  /** Nothing is to run until this has settled. */
  giveWay<Output>(toSearch: Promise<Output>): Promise<Output>
}

type Waiting = {
  /** @returns whether it is done */
  begin(): Running
}
type Running = { readonly isDone: Promise<boolean>; interrupt(): void }

export function createYieldingAsks(): YieldingAsks {
  const waiting: Waiting[] = []
  let running: Running | null = null
  let searches = 0

  async function next(): Promise<void> {
    if (running !== null || searches > 0) return
    const job = waiting.shift()
    if (job === undefined) return
    running = job.begin()
    const isDone = await running.isDone
    running = null
    if (!isDone) waiting.unshift(job)
    void next()
  }

  return {
    run<Output>(ask: () => Asked<Output>, place: 'first' | 'last') {
      const { promise, resolve, reject } = Promise.withResolvers<Output | null>()
      const job: Waiting = {
        begin() {
          let isInterrupted = false
          const { answer, cancel } = ask()
          const settled = answer.then(
            (output) => {
              if (!isInterrupted) resolve(output)
            },
            (fault: unknown) => {
              isInterrupted = false
              reject(fault)
            },
          )
          return {
            isDone: settled.then(() => !isInterrupted),
            interrupt() {
              isInterrupted = true
              cancel()
            },
          }
        },
      }
      if (place === 'first') waiting.unshift(job)
      else waiting.push(job)
      void next()
      return promise
    },
    async giveWay(toSearch) {
      searches += 1
      running?.interrupt()
      try {
        return await toSearch
      } finally {
        searches -= 1
        void next()
      }
    },
  }
}
