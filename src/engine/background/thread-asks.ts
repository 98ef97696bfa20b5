/** Runs what is asked of the thread, and answers each once. Not: what the answers are (`ask-handlers.ts`). */
import { describeFault } from '../describe-fault.ts'
import type { ExportProgress } from '../export/export-found.ts'
import type { AskKind, Asks, FromThread, ToThread } from './background-messages.ts'
import { watchCancelFlag } from './cancel-flag.ts'

export type AskControl = {
  isCancelled(): boolean
  onProgress(progress: ExportProgress): void
}

type MaybeLater<Value> = Value | Promise<Value>

/** Each gives null when it was cancelled, and throws an error whose text is for people. */
export type AskHandlers = {
  readonly [Kind in AskKind]: (
    input: Asks[Kind]['input'],
    control: AskControl,
  ) => MaybeLater<Asks[Kind]['output'] | null>
}

type AskMessage = Extract<ToThread, { readonly kind: 'ask' }>

export type ThreadAsks = {
  /** What was cancelled while it waited is never begun. */
  start(message: AskMessage): void
  /** Done once nothing is under way. */
  settled(): Promise<void>
}

export function createThreadAsks(handlers: AskHandlers, post: (message: FromThread) => void): ThreadAsks {
  const underWay = new Set<Promise<void>>()

  async function answer({ askId, ask, input, cancelFlag }: AskMessage): Promise<void> {
    const isCancelled = watchCancelFlag(cancelFlag)
    const control = {
      isCancelled,
      onProgress: (progress: ExportProgress) => post({ kind: 'progressed', askId, progress }),
    }
    try {
      // The main thread's types pair each kind with its input; a message cannot carry that.
      const handler = handlers[ask] as (input: unknown, control: AskControl) => MaybeLater<unknown>
      const output = isCancelled() ? null : await handler(input, control)
      post({ kind: 'answered', askId, output })
    } catch (error) {
      post({ kind: 'refused', askId, problem: describeFault(error) })
    }
  }

  return {
    start(message) {
      const promise = answer(message)
      underWay.add(promise)
      void promise.then(() => underWay.delete(promise))
    },
    async settled() {
      await Promise.all(underWay)
    },
  }
}
