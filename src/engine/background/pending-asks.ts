/** What the main thread has asked and not been answered yet. */
import type { Wording } from '../../i18n/wording.ts'
import type { ExportProgress } from '../export/export-found.ts'
import { BackgroundError } from './background-error.ts'
import type { AskKind, Asks, FromThread, ToThread } from './background-messages.ts'
import { createCancelFlag } from './cancel-flag.ts'

export type Asked<Output> = {
  /** Null when it was cancelled. Rejects with a BackgroundError. */
  readonly answer: Promise<Output | null>
  /** The answer is null at once; the thread stops as soon as it looks. */
  cancel(): void
}

export type PendingAsks = {
  readonly isEmpty: boolean
  add<Kind extends AskKind>(
    ask: Kind,
    input: Asks[Kind]['input'],
    onProgress?: (progress: ExportProgress) => void,
  ): Asked<Asks[Kind]['output']>
  hear(message: Extract<FromThread, { readonly askId: number }>): void
  cancelAll(): void
  rejectAll(reason: Wording): void
}

type Pending = {
  settle(output: unknown): void
  reject(error: BackgroundError): void
  cancel(): void
  readonly onProgress: ((progress: ExportProgress) => void) | undefined
}

export function createPendingAsks(post: (message: ToThread) => void): PendingAsks {
  const pending = new Map<number, Pending>()
  let lastId = 0

  function takeAll(): Pending[] {
    const all = [...pending.values()]
    pending.clear()
    return all
  }

  function take(askId: number): Pending | undefined {
    const taken = pending.get(askId)
    pending.delete(askId)
    return taken
  }

  return {
    get isEmpty() {
      return pending.size === 0
    },
    add<Kind extends AskKind>(ask: Kind, input: Asks[Kind]['input'], onProgress?: Pending['onProgress']) {
      type Output = Asks[Kind]['output']
      const { promise, resolve, reject } = Promise.withResolvers<Output | null>()
      const flag = createCancelFlag()
      const askId = ++lastId
      const cancel = () => {
        flag.raise()
        pending.delete(askId)
        resolve(null)
      }
      // The thread answers an ask with the output of its kind.
      pending.set(askId, { settle: (output) => resolve(output as Output | null), reject, cancel, onProgress })
      post({ kind: 'ask', askId, ask, input, cancelFlag: flag.memory })
      return { answer: promise, cancel }
    },
    hear(message) {
      switch (message.kind) {
        case 'answered':
          take(message.askId)?.settle(message.output)
          break
        case 'refused':
          take(message.askId)?.reject(new BackgroundError(message.problem))
          break
        default:
          pending.get(message.askId)?.onProgress?.(message.progress)
          break
      }
    },
    cancelAll() {
      for (const each of takeAll()) each.cancel()
    },
    rejectAll(reason) {
      for (const each of takeAll()) each.reject(new BackgroundError(reason))
    },
  }
}
